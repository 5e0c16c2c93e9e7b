"""It no longer hurts customers."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.pains import pain
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.GAIN, "pains")
def pain_removed(difference: Difference, _sight: Sight) -> str | None:
    """The map no longer says that something hurts customers.

    Either it was mended, or forgotten: a look at the figures tells which.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, pains: [Nobody rings back]}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}
    """
    if difference.now is not None:
        return None
    return f"no longer hurts: {quoted(pain(difference.before, difference.item), 120)}"
