"""Nothing says what the customer wants in a stage."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Stage
from cxmap.words import quoted


@rule(
    Stage,
    severity=Severity.WARNING,
    hint="`goal: <what the customer wants here>`",
    source="S4 customer's point of view",
)
def stage_without_goal(stage: Stage, context: Context) -> Iterator[Gap]:
    """A stage that does not say what the customer wants there.

    Without the customer's own goal a stage is judged by what the company wanted from it.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            goal: Know what happens next
    """
    del context
    if not stage.wrote_answer("goal"):
        message = f"nothing says what the customer wants in {quoted(stage.name)}"
        yield missing(stage, "goal", message)
