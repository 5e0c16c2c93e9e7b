"""The team that owns a moment of truth is not trained for it."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.INFO,
    profile=Profile.STRICT,
    source="S1 workforce knowledge, S2 training",
)
def moment_without_training(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth whose owner has no training that covers it, its stage or its journey.

    What makes or breaks the experience should not be learnt on customers.

    It is asked only where a strategy is written.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: First-hour call, who: support, moment_of_truth: true}
        strategy:
          intent: Moving payroll feels like a fresh start, not a chore

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: First-hour call, who: support, moment_of_truth: true}
        strategy:
          intent: Moving payroll feels like a fresh start, not a chore
          training:
            - {topic: The first hour, teams: [support], covers: [onboarding/first-hour-call]}
    """
    facts = context.facts
    owner = facts.team(touchpoint.who)
    if not touchpoint.moment_of_truth or owner is None or context.workspace.strategy is None:
        return
    journey, stage = context.home()
    if owner not in facts.culture.trained_for(journey, stage, touchpoint):
        name = f"{journey.id}/{touchpoint.id}"
        yield Gap(
            f"{facts.team_name(owner)} has no training for {quoted(touchpoint.what)}",
            touchpoint.at("who"),
            "who",
            "the owner of this moment of truth",
            f"`teams: [{owner}]` and `covers: [{name}]` in a training of the strategy",
        )
