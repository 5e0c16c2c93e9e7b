"""A metric was never read."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.metric import Metric
from cxmap.words import quoted

_BY_HAND = "`readings: [{period: <month>, value: <figure>, n: <answers>}]`"
_BY_PROGRAM = "run `cxmap measure --write`: its `source` says where the answers are"


@rule(Metric, severity=Severity.WARNING, source="S1 hard data")
def metric_unread(metric: Metric, context: Context) -> Iterator[Gap]:
    """A metric without a single reading; a note only, as long as no metric has any.

    What nobody reads helps nobody: customers answered, or could have, and nothing came of it.

    A metric that only a target map names may wait until the target is lived.

    Bad:

        metrics:
          - {id: csat-invoice, name: The invoice is clear, kind: csat}
          - {id: nps, name: Recommend us, kind: nps, readings: [{period: 2026-Q3, value: 31}]}

    Good:

        metrics:
          - id: csat-invoice
            name: The invoice is clear
            kind: csat
            readings: [{period: 2026-09, value: 81.2, n: 212}]
    """
    facts = context.facts
    uses = facts.measures.uses(metric)
    planned = "target" in uses and not uses & {"current", "listening"}
    if planned or metric.wrote_answer("readings") or facts.readings.newest(metric, everywhere=True):
        return
    message = f"{quoted(metric.label)} was never read"
    hint = _BY_PROGRAM if metric.source else _BY_HAND
    severity = None if facts.readings.exist else Severity.INFO
    yield missing(metric, "readings", message, hint=hint, severity=severity)
