"""It is no longer a moment of truth."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, "moment_of_truth")
def moment_removed(difference: Difference, _sight: Sight) -> str | None:
    """Something no longer counts as a moment of truth.

    What makes or breaks the experience for customers is no longer asked for more than the
    rest.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, moment_of_truth: true}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}
    """
    return "no longer a moment of truth" if difference.was is True else None
