"""A moment of truth feels bad, and nothing is planned."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.WARNING,
    current_only=True,
    source="S4 missed moments of truth",
)
def bad_moment_without_plan(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth with an emotion below 0, no action on it and no change in the target.

    This is where customers are lost: everybody knows, and nobody is doing anything about it.

    Where feelings differ by customer, the one it is worst for counts.

    Bad:

        journey: onboarding
        stages:
          - name: I bring my people in
            touchpoints:
              - {what: Loading the employees, moment_of_truth: true, emotion: -2}

    Good:

        journey: onboarding
        stages:
          - name: I bring my people in
            touchpoints:
              - {what: Loading the employees, moment_of_truth: true, emotion: -2}
        actions:
          - title: Nobody loads a file alone
            touchpoints: [onboarding/loading-the-employees]
            owner: product
    """
    lowest = touchpoint.lowest()
    if not touchpoint.moment_of_truth or lowest is None or lowest >= 0:
        return
    journey, stage = context.home()
    facts = context.facts
    if not facts.actions.planned(journey, stage, touchpoint) and not facts.redesign.changed(
        journey, touchpoint
    ):
        yield Gap(
            f"{quoted(touchpoint.what)} is a moment of truth, feels bad, and nothing is planned",
            touchpoint.at("emotion"),
            "emotion",
            f"felt as −{-lowest}",
            f"write an action with `touchpoints: [{journey.id}/{touchpoint.id}]` and an owner",
        )
