"""A touchpoint goes into another."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, named


@change_kind(Level.NOTE, sort=Sort.MERGED, of="touchpoint")
def touchpoint_merged(difference: Difference, _sight: Sight) -> str:
    """A touchpoint goes into another that stands for several.

    Customers meet us less often; what only this one did has to be found in the other.

    Before:

        journey: joining
        state: target
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter}

    After:

        journey: joining
        state: target
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, replaces: [call, letter]}
    """
    return f"takes in {named(difference.before)}"
