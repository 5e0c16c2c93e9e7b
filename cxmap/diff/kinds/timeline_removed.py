"""There is no time to count on any more."""

from cxmap.diff.difference import Difference
from cxmap.diff.due import due
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, "when", "every", "respond.within")
def timeline_removed(difference: Difference, sight: Sight) -> str | None:
    """Something had a time by which it happens, and has none any more.

    Customers wait without knowing for how long, and nobody can be late.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, when: {after: signing, within: 2 days}}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}
    """
    if difference.now is not None or difference.was is None:
        return None
    return sight.instead(*due(difference, sight))
