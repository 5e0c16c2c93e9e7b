"""What customers expect is missed, and nobody acts."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.hints import act_on
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted


@rule(Touchpoint, severity=Severity.WARNING, source="S1 expectations", current_only=True)
def expectation_missed(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that disappoints customers, and that no action names.

    Customers judge by what they expected; to know that they are disappointed and plan nothing is to
    go on disappointing them.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - what: Kick-off call
                who: sales
                expectation: They have read my notes
                met: missed

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - what: Kick-off call
                who: sales
                expectation: They have read my notes
                met: missed
        actions:
          - {title: Read the notes first, touchpoints: onboarding/kick-off-call, owner: sales}
    """
    if touchpoint.met == "missed" and not context.facts.actions.planned(
        *context.home(), touchpoint
    ):
        expected = f" ({quoted(touchpoint.expectation, 120)})" if touchpoint.expectation else ""
        yield Gap(
            f"{quoted(touchpoint.what)} disappoints customers{expected}, and no action names it",
            touchpoint.at("met"),
            "met",
            "missed, and left at that",
            act_on(touchpoint, context),
        )
