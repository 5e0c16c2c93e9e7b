"""A touchpoint takes over from another."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, named


@change_kind(Level.NOTE, sort=Sort.REPLACED, of="touchpoint")
def touchpoint_replaced(difference: Difference, _sight: Sight) -> str:
    """A touchpoint takes over from another, and the map says so.

    Customers meet us here in another way; what differs is told beside it.

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
              - {id: visit, what: Welcome visit, replaces: call}
    """
    return f"takes over from {named(difference.before)}"
