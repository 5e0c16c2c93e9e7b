"""Nobody is thanked for a moment of truth."""

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
    current_only=True,
    source="S4 reward the moments",
)
def moment_without_recognition(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth that no recognition rewards, by its name or by its metrics.

    People do again what they are thanked for, and customers live through it again.

    It is asked only where a strategy is written.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, who: marketing, moment_of_truth: true}
        strategy:
          intent: Moving payroll feels like a fresh start, not a chore

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, who: marketing, moment_of_truth: true}
        strategy:
          intent: Moving payroll feels like a fresh start, not a chore
          recognition:
            - {moment: onboarding/welcome-letter, reward: The best reply is read out on Friday}
    """
    if not touchpoint.moment_of_truth or touchpoint.by_customer:
        return
    journey, _ = context.home()
    if context.workspace.strategy and not context.facts.culture.is_rewarded(journey, touchpoint):
        yield Gap(
            f"nobody is recognized for doing well at {quoted(touchpoint.what)}",
            hint=f"`moment: {journey.id}/{touchpoint.id}` in a recognition of the strategy",
        )
