"""A touchpoint comes sooner or later in its stage."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.REORDERED, of="touchpoint")
def touchpoint_reordered(difference: Difference, _sight: Sight) -> str:
    """A touchpoint has another place in its stage.

    Of several ways to explain a new order the one with the fewest moves is told.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter}

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: letter, what: Welcome letter}
              - {id: call, what: Welcome call}
    """
    now, was = (spot.place if spot else 0 for spot in (difference.after, difference.before))
    if now == was:
        return "keeps its place in the stage, while others moved around it"
    return f"comes {'sooner' if now < was else 'later'} in its stage"
