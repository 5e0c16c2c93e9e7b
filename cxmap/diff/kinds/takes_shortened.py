"""It really takes less time."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight
from cxmap.diff.takes import really_takes, what_takes


@change_kind(Level.GAIN, "takes")
def takes_shortened(difference: Difference, sight: Sight) -> str | None:
    """What something really takes became shorter.

    Customers wait less, whatever is promised.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {within: 2 days, takes: 5 days}}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {within: 2 days, takes: 1 day}}
    """
    if what_takes(difference, sight) is not Turn.TIGHTENED:
        return None
    return sight.instead(*really_takes(difference))
