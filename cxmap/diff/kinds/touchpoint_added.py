"""A touchpoint is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import summary


@change_kind(Level.GAIN, sort=Sort.ADDED, of="touchpoint")
def touchpoint_added(difference: Difference, sight: Sight) -> str:
    """Customers meet us where they did not before.

    One more moment in which something can go well, and that somebody has to look after.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter}
    """
    return f"new: {summary(difference.after, sight)}"
