"""It hurts customers."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.pains import pain
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.NOTE, "pains")
def pain_added(difference: Difference, _sight: Sight) -> str | None:
    """The map says that something hurts customers that it did not say before.

    Writing it down is the first step of mending it, so it is no step back.

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
              - {id: call, what: Welcome call, who: sales, pains: [Nobody rings back]}
    """
    if difference.was is not None:
        return None
    return f"hurts: {quoted(pain(difference.after, difference.item), 120)}"
