"""Nobody is told about customers."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy


@rule(Strategy, severity=Severity.WARNING, source="S0 communicate, communicate")
def no_communications(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """A strategy that plans no communication.

    A team that never hears who its customers are and what they live through goes on serving the
    process instead.

    Bad:

        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          communications:
            - {audience: [support], message: Who our customers are, when: {every: 3 months}}
    """
    del context
    if not strategy.wrote_answer("communications"):
        hint = (
            "`communications:` with an audience, a message, and a rhythm such as `every: 3 months`"
        )
        message = (
            "no communication is planned: nobody hears who customers are and what changes for them"
        )
        yield missing(strategy, "communications", message, hint=hint)
