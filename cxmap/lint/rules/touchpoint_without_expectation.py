"""Nothing says what the customer expects."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.INFO,
    hint="`expectation: <what the customer expects, in their words>`",
    source="S1 the most important ingredient",
)
def touchpoint_without_expectation(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that does not say what the customer expects of it.

    An experience is good or bad beside what was expected, so without that nobody knows what good
    would be.

    On a moment of truth this is a warning. What customers do alone needs an expectation or an
    emotion.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - what: Kick-off call
                how: phone
                who: sales
                expectation: You have read what I told you before
    """
    if touchpoint.wrote_answer("expectation"):
        return
    name = quoted(touchpoint.what)
    if touchpoint.by_customer:
        # How it feels is asked of what is lived today, not of what is planned.
        if touchpoint.emotion is not None or context.home()[0].state == "target":
            return
        message = f"nothing says how customers feel at {name}, or what they expect there"
    else:
        message = f"nothing says what customers expect of {name}"
    severity = Severity.WARNING if touchpoint.moment_of_truth else None
    yield missing(touchpoint, "expectation", message, severity=severity)
