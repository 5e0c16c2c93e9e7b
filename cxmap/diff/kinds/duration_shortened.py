"""A stage lasts shorter than before."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight
from cxmap.diff.takes import what_lasts


@change_kind(Level.GAIN, "duration", of="stage")
def duration_shortened(difference: Difference, sight: Sight) -> str | None:
    """A stage lasts shorter than before.

    Customers are sooner where they want to be.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            duration: 3 weeks

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            duration: 1 week
    """
    if what_lasts(difference, sight) is not Turn.TIGHTENED:
        return None
    return sight.instead(f"lasts {difference.now}", str(difference.was))
