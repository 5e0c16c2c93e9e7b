"""A stage comes sooner or later."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.model.timeline import ordinal


@change_kind(Level.RISK, sort=Sort.REORDERED, of="stage")
def stage_reordered(difference: Difference, sight: Sight) -> str:
    """A stage has another place in the journey.

    Customers live through it sooner or later, which may be for the better or not.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
          - id: use
            name: I use it

    After:

        journey: joining
        stages:
          - id: use
            name: I use it
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    now, was = (spot.place if spot else 0 for spot in (difference.after, difference.before))
    if now == was:
        return "keeps its number, while other stages moved around it"
    return sight.instead(f"comes {ordinal(now)}", ordinal(was))
