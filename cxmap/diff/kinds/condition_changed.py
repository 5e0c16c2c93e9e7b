"""It happens in other cases."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.RISK, "if")
def condition_changed(difference: Difference, sight: Sight) -> str:
    """Something happens only in some cases, in other cases, or in all.

    Customers for whom it no longer happens notice; nobody can tell from the map how many they
    are.

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
              - {id: call, what: Welcome call, who: sales, if: The first order is over 1000}
    """
    return sight.instead(_when(difference.now), _when(difference.was))


def _when(condition: object) -> str:
    return f"only if {quoted(str(condition), 120)}" if condition else "always"
