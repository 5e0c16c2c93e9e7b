"""Nobody's name stands behind the strategy."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy

_ASKED = {
    "sponsor": ("nobody in the leadership stands behind the strategy", "Chief executive"),
    "leader": ("nobody drives the strategy", "Head of customer service"),
}


@rule(Strategy, severity=Severity.WARNING, source="S0, S3 leadership behind it")
def no_sponsor(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """A strategy without a sponsor in the leadership, or without somebody who drives it.

    What crosses departments needs somebody above them all; without a name, the first conflict of
    two budgets is settled against the customer.

    Bad:

        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          sponsor: Chief executive
          leader: Head of customer service
    """
    del context
    for key, (message, example) in _ASKED.items():
        if not strategy.wrote_answer(key):
            yield missing(strategy, key, message, hint=f"`{key}: {example}`, or a name")
