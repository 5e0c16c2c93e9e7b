"""A touchpoint comes out of another."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, named
from cxmap.diff.summary import summary


@change_kind(Level.NOTE, sort=Sort.SPLIT, of="touchpoint")
def touchpoint_split(difference: Difference, sight: Sight) -> str:
    """A touchpoint comes out of another that became several.

    Customers meet us more often, and each part needs somebody who looks after it.

    Before:

        journey: joining
        state: target
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}

    After:

        journey: joining
        state: target
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter, replaces: call}
    """
    return f"comes out of {named(difference.before)}: {summary(difference.after, sight)}"
