"""A promise that cannot be compared."""

from cxmap.diff.difference import Difference
from cxmap.diff.due import due, what_became
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, "when", "every", "respond.within")
def timeline_changed(difference: Difference, sight: Sight) -> str | None:
    """A timeline says something else, and it cannot be computed which promises more.

    Customers may wait longer or not: words against words, another event, or a time that is
    longer on some days only.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: On the day we meet}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, when: Some days after we met}
    """
    if what_became(difference, sight) is not Turn.UNCLEAR:
        return None
    return sight.instead(*due(difference, sight))
