"""A journey is mapped."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import extent


@change_kind(Level.GAIN, sort=Sort.ADDED, of="journey")
def journey_added(difference: Difference, _sight: Sight) -> str | None:
    """A journey is mapped that was not.

    What is written down can be looked after.

    Before:

        teams: [{id: sales}]

    After:

        # file: sample.yaml
        teams: [{id: sales}]
        # file: joining.yaml
        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    journey = difference.spot.journey
    if journey is None or journey.state == "target":
        return None
    return f"a new map: {extent(journey)}"
