"""A journey is no longer mapped."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import extent


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="journey")
def journey_removed(difference: Difference, _sight: Sight) -> str | None:
    """A journey was mapped and is not any more.

    Customers still go through it, and nobody looks at it.

    Before:

        # file: sample.yaml
        teams: [{id: sales}]
        # file: joining.yaml
        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}

    After:

        teams: [{id: sales}]
    """
    journey = difference.spot.journey
    if journey is None or journey.state == "target":
        return None
    return f"the map is gone: {extent(journey)}"
