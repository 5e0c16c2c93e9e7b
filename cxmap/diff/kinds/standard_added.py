"""It says what exceptional is."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.GAIN, "standard")
def standard_added(difference: Difference, _sight: Sight) -> str | None:
    """It says what we promise to do especially well, where it said nothing.

    A team can only reach a standard that it has been told.

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
              - {id: call, what: Welcome call, who: sales, standard: We ring back the same day}
    """
    if difference.was is not None:
        return None
    return f"promises: {quoted(str(difference.now), 120)}"
