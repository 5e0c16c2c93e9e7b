"""It says what customers expect."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.GAIN, "expectation")
def expectation_added(difference: Difference, _sight: Sight) -> str | None:
    """It says what customers expect where it said nothing.

    Only an expectation that is known can be met.

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
              - {id: call, what: Welcome call, who: sales, expectation: A person rings me}
    """
    if difference.was is not None:
        return None
    return f"the customer expects: {quoted(str(difference.now), 120)}"
