"""Nothing says what exceptional is at a moment of truth."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.INFO,
    hint="`standard: <what we do at our best, every time>`",
    source="S0 establish it as the standard",
)
def moment_without_standard(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:  # noqa: ARG001 (every rule takes it)
    """A moment of truth without a standard: nothing says what exceptional is.

    Without one it is as good as whoever is on duty, and every customer gets another experience.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, moment_of_truth: true}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - what: Welcome letter
                moment_of_truth: true
                standard: Signed by hand by the person who will ring tomorrow
    """
    promised = touchpoint.by_customer or touchpoint.wrote_answer("standard")
    if touchpoint.moment_of_truth and not promised:
        message = f"nothing says what exceptional is at {quoted(touchpoint.what)}"
        yield missing(touchpoint, "standard", message)
