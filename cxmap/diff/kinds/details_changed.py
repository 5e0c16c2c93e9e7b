"""A detail differs."""

from cxmap.diff.difference import Difference
from cxmap.diff.display import details
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE)
def details_changed(difference: Difference, sight: Sight) -> str:
    """Something else differs that no other kind of change speaks of.

    It says more about what happens, and takes nothing away from customers by itself.

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
              - {id: call, what: Welcome call, who: sales, backstage: [A letter is printed]}
    """
    return details(difference, sight)
