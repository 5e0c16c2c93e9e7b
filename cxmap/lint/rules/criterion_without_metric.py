"""A criterion of the intent that nothing measures."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy
from cxmap.words import listed, quoted


@rule(Strategy, severity=Severity.WARNING, source="S1 manage and monitor the intent")
def criterion_without_metric(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """A criterion of the intent that no metric measures.

    What is promised and never measured is the first thing to give way when a month gets busy.

    Bad:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          criteria: [A person answers within a day]

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          criteria: [{text: A person answers within a day, measures: [first-reply]}]
    """
    metrics = context.workspace.metrics.ids()
    known = f" (metrics: {listed(metrics)})" if metrics else ""
    for number, criterion in enumerate(strategy.criteria):
        if not criterion.wrote_answer("measures"):
            written = criterion.written is not None
            yield Gap(
                f"nothing measures whether this is kept: {quoted(criterion.text)}",
                criterion.at("text") if written else strategy.at("criteria", number),
                "criteria",
                "no `measures` here",
                f"`measures: [<metric>]`{known}"
                if written
                else f"`{{text: …, measures: [<metric>]}}` in its place{known}",
            )
