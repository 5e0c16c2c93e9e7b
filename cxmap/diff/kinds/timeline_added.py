"""There is a time to count on."""

from cxmap.diff.difference import Difference
from cxmap.diff.due import due, is_no_promise
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "when", "every", "respond.within")
def timeline_added(difference: Difference, sight: Sight) -> str | None:
    """Something has a time by which it happens, where there was none.

    Customers know how long to wait, and the team knows when it is late.

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
              - {id: call, what: Welcome call, who: sales, when: {after: signing, within: 2 days}}
    """
    if difference.was is not None or difference.now is None or is_no_promise(difference.now):
        return None
    return sight.instead(*due(difference, sight))
