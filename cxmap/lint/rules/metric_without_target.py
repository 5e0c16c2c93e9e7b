"""A metric has no target."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.metric import Metric, kind_of
from cxmap.profile import Profile
from cxmap.words import quoted

_SUCH_AS = {"%": "85%", "points": "40", "scale": "4.5", "time": "1 business day", "number": "20"}


@rule(Metric, severity=Severity.WARNING, profile=Profile.STARTER, source="S1 set aggressive goals")
def metric_without_target(metric: Metric, context: Context) -> Iterator[Gap]:  # noqa: ARG001 (every rule takes it)
    """A metric that no target tells good from bad.

    A figure without a target is looked at and put away: nothing follows from it for the customer.

    Bad:

        metrics:
          - {id: csat-welcome, name: Satisfied with the welcome, kind: csat, question: How was it?}

    Good:

        metrics:
          - id: csat-welcome
            name: Satisfied with the welcome
            kind: csat
            question: How was it?
            target: 85
    """
    if not metric.wrote_answer("target"):
        such_as = _SUCH_AS.get("scale" if metric.method == "mean" else kind_of(metric).unit)
        hint = f"`target: <figure>`, such as {such_as}" if such_as else "`target: <figure>`"
        yield missing(metric, "target", f"{quoted(metric.label)} has no target", hint=hint)
