"""A journey no longer has a target."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.REMOVED, of="journey")
def target_removed(difference: Difference, _sight: Sight) -> str | None:
    """Nobody says any more what a journey is to become.

    It may have been reached: then the map of today says so.

    Before:

        # file: sample.yaml
        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
        # file: target.yaml
        journey: joining
        state: target
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
    """
    journey = difference.spot.journey
    if journey is None or journey.state != "target":
        return None
    return "no longer has a target"
