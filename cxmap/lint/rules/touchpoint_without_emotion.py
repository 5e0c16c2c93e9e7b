"""Nobody wrote how a touchpoint feels."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.INFO,
    profile=Profile.STRICT,
    hint="`emotion: <-2 to 2>`, from very negative to very positive, as customers told you",
    source="S1 touchpoint maps",
    current_only=True,
)
def touchpoint_without_emotion(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that does not say how it feels to the customer.

    Customers remember how it felt at its best, at its worst and at the end: without it no curve can
    be drawn, and nobody sees where to begin.

    What customers do alone may say what they expect instead.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, who: sales}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, who: sales, emotion: 0}
    """
    del context
    told = touchpoint.wrote_answer("emotion")
    told = told or (touchpoint.by_customer and touchpoint.wrote_answer("expectation"))
    if not told:
        yield missing(touchpoint, "emotion", f"nobody wrote how {quoted(touchpoint.what)} feels")
