"""It really takes more time."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight
from cxmap.diff.takes import really_takes, what_takes


@change_kind(Level.RISK, "takes")
def takes_lengthened(difference: Difference, sight: Sight) -> str | None:
    """What something really takes became longer, or cannot be compared.

    Customers wait longer, or somebody measured for the first time how long they always did.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {within: 2 days, takes: 1 day}}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: {within: 2 days, takes: 2 to 5 days}}
    """
    if what_takes(difference, sight) not in {Turn.LOOSENED, Turn.UNCLEAR}:
        return None
    return sight.instead(*really_takes(difference))
