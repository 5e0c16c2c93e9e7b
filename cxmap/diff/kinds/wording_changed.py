"""The same in other words."""

from cxmap.diff.difference import Difference
from cxmap.diff.display import reworded
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE)
def wording_changed(difference: Difference, sight: Sight) -> str:
    """Something is called or described in other words.

    It reads better or worse, and is still the same. `--ignore-wording` leaves such changes
    out.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: First call, who: sales}
    """
    return reworded(difference, sight)
