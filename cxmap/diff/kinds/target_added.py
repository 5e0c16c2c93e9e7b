"""A journey has a target."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import extent


@change_kind(Level.GAIN, sort=Sort.ADDED, of="journey")
def target_added(difference: Difference, _sight: Sight) -> str | None:
    """Somebody says what a journey is to become.

    Only what is aimed for can be worked towards.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}

    After:

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
    """
    journey = difference.spot.journey
    if journey is None or journey.state != "target":
        return None
    return f"now has a target: {extent(journey)}"
