"""Nobody wrote down what customers are to feel."""

from collections.abc import Iterator
from dataclasses import replace

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.workspace import Workspace
from cxmap.profile import Profile

_EXAMPLE = "`intent: …`, what every customer should be able to count on, in one sentence"


@rule(Workspace, severity=Severity.WARNING, profile=Profile.STARTER, source="S1 intent statement")
def no_intent(workspace: Workspace, context: Context) -> Iterator[Gap]:
    """A strategy without an intent statement, or, above the profile starter, no strategy at all.

    Without one sentence on what customers should live through, every team improves towards its own
    idea of good, and customers feel the seams.

    Bad:

        strategy: {sponsor: Chief executive, leader: Head of customer service}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          sponsor: Chief executive
          leader: Head of customer service
    """
    strategy = workspace.strategy
    if strategy is None and context.profile is not Profile.STARTER:
        yield Gap(
            "no strategy is written: nobody says what customers can count on, nor who backs it",
            hint=f"`strategy:` in a file of its own, beginning with {_EXAMPLE}",
            severity=Severity.INFO,
        )
    elif strategy is not None and not strategy.wrote_answer("intent"):
        message = "the strategy has no intent: what should customers be able to count on?"
        gap = missing(strategy, "intent", message, hint=_EXAMPLE)
        yield replace(gap, about=strategy)
