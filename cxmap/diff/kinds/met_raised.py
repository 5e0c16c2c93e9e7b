"""The expectation is met better than before."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight

_ORDER = ("missed", "met", "exceeded")


@change_kind(Level.GAIN, "met")
def met_raised(difference: Difference, sight: Sight) -> str | None:
    """The expectation is met better than before.

    Customers get more of what they came for.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, expectation: A person rings me, met: missed}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, expectation: A person rings me, met: met}
    """
    was, now = (_ORDER.index(m) if m in _ORDER else None for m in (difference.was, difference.now))
    if was is None or now is None or not now > was:
        return None
    return sight.instead(f"the expectation is {difference.now}", str(difference.was))
