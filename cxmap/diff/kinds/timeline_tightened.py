"""A promise became shorter."""

from cxmap.diff.difference import Difference
from cxmap.diff.due import due, what_became
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "when", "every", "respond.within")
def timeline_tightened(difference: Difference, sight: Sight) -> str | None:
    """Something is promised sooner, more often or with more notice.

    Customers wait less. Times in unlike units are compared on every day of a year by the
    calendar of the workspace, so that `5 days` to `2 business days` is told for what it is.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {after: signing, within: 5 days}}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {after: signing, within: 2 business days}}
    """
    if what_became(difference, sight) is not Turn.TIGHTENED:
        return None
    return sight.instead(*due(difference, sight))
