"""A pain that nobody has an answer to."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.hints import act_on
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted

_LONGEST = 120


@rule(Touchpoint, severity=Severity.WARNING, source="S2 pains", current_only=True)
def pain_without_answer(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A pain with no opportunity, no action and no change in the target.

    Customers took the trouble to say what hurts; a map that only records it tells them that nobody
    listened.

    At a moment of truth an opportunity alone is no answer. An action answers a pain where it names
    the touchpoint or its stage, or gives the pain as its reason (`because`).

    Bad:

        journey: billing
        stages:
          - name: A payment fails
            touchpoints:
              - what: Warning that the service will pause
                pains: [It goes to somebody who has left]

    Good:

        journey: billing
        stages:
          - name: A payment fails
            touchpoints:
              - what: Warning that the service will pause
                pains: [It goes to somebody who has left]
                opportunities: [Ask once a year who should get it]
    """
    moment = touchpoint.moment_of_truth
    ideas = touchpoint.wrote_answer("opportunities")
    if not touchpoint.pains or (ideas and not moment):
        return
    journey, stage = context.home()
    facts = context.facts
    if facts.actions.planned(journey, stage, touchpoint) or facts.redesign.changed(
        journey, touchpoint
    ):
        return
    open_ = [(n, p) for n, p in enumerate(touchpoint.pains) if not facts.actions.is_reason(p)]
    if not open_:
        return
    number, pain = open_[0]
    where = quoted(touchpoint.what)
    if len(open_) == 1:
        message = f"nothing is planned for the pain {quoted(pain.text, _LONGEST)} at {where}"
    else:
        message = f"nothing is planned for {len(open_)} pains at {where}"
    yield Gap(
        message,
        touchpoint.at("pains", number),
        "pains",
        "an opportunity is not yet an action" if ideas else "no opportunity and no action",
        act_on(touchpoint, context)
        + ("" if moment else ", or note what could be better under `opportunities`"),
    )
