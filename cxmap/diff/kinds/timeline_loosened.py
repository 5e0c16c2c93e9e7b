"""A promise became longer."""

from cxmap.diff.difference import Difference
from cxmap.diff.due import due, what_became
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, "when", "every", "respond.within")
def timeline_loosened(difference: Difference, sight: Sight) -> str | None:
    """Something is promised later, less often or with less notice.

    Customers wait longer than they were told.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {after: signing, within: 1 day}}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {after: signing, within: 2 weeks}}
    """
    if what_became(difference, sight) is not Turn.LOOSENED:
        return None
    return sight.instead(*due(difference, sight))
