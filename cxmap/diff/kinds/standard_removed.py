"""It no longer says what exceptional is."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.LOSS, "standard")
def standard_removed(difference: Difference, _sight: Sight) -> str | None:
    """It no longer says what we promise to do especially well.

    What nobody promises any more is the first thing to be dropped on a busy day.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, standard: We ring back the same day}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}
    """
    if difference.now is not None:
        return None
    return f"no longer promises: {quoted(str(difference.was), 120)}"
