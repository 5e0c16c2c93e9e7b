"""The expectation is met worse than before."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight

_ORDER = ("missed", "met", "exceeded")


@change_kind(Level.RISK, "met")
def met_lowered(difference: Difference, sight: Sight) -> str | None:
    """The expectation is met worse than before.

    Customers get less of what they came for, or somebody looked more closely.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, expectation: A person rings me, met: met}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, expectation: A person rings me, met: missed}
    """
    was, now = (_ORDER.index(m) if m in _ORDER else None for m in (difference.was, difference.now))
    if was is None or now is None or not now < was:
        return None
    return sight.instead(f"the expectation is {difference.now}", str(difference.was))
