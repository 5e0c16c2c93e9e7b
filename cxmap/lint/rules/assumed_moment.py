"""A moment of truth that nobody has asked customers about."""

from collections.abc import Iterator

from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.WARNING,
    hint="ask a few customers about it, then write `based_on: customers` here",
    source="S2 research",
    current_only=True,
)
def assumed_moment(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth whose emotion and pains are assumed.

    The few moments that make or break the experience are where a wrong guess costs most, and what
    companies think customers feel is often not what customers say.

    Bad:

        journey: billing
        based_on: assumption
        stages:
          - name: The price changes
            touchpoints:
              - {what: Letter about the new price, emotion: 0, moment_of_truth: true}

    Good:

        journey: billing
        based_on: assumption
        stages:
          - name: The price changes
            touchpoints:
              - what: Letter about the new price
                based_on: customers
                emotion: 0
                moment_of_truth: true
    """
    if not touchpoint.moment_of_truth or (touchpoint.emotion is None and not touchpoint.pains):
        return
    source = context.facts.places.based_on(touchpoint)
    if source is None or source[0] != "assumption":
        return
    part = source[1]
    own = part is touchpoint
    said = Related(part.at("based_on"), f"everything in this {part.KIND} is an assumption")
    yield Gap(
        f"{quoted(touchpoint.what)} is a moment of truth, and how it feels is only assumed",
        touchpoint.at("based_on"),
        "based_on",
        "assumed" if own else "assumed, like all around it",
        related=() if own else (said,),
    )
