"""It no longer says what customers expect."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.LOSS, "expectation")
def expectation_removed(difference: Difference, _sight: Sight) -> str | None:
    """It no longer says what customers expect.

    The expectation is still there, and nobody looks at it.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, expectation: A person rings me}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}
    """
    if difference.now is not None:
        return None
    return f"no longer says what the customer expects: {quoted(str(difference.was), 120)}"
