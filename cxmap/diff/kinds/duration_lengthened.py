"""A stage lasts longer than before."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight
from cxmap.diff.takes import what_lasts


@change_kind(Level.RISK, "duration", of="stage")
def duration_lengthened(difference: Difference, sight: Sight) -> str | None:
    """A stage lasts longer than before.

    Customers are later where they want to be, or somebody measured how long it always took.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            duration: 1 week

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            duration: 3 weeks
    """
    if what_lasts(difference, sight) is not Turn.LOOSENED:
        return None
    return sight.instead(f"lasts {difference.now}", str(difference.was))
