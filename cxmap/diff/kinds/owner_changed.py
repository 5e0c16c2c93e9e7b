"""Another team owns it."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.owning import owned, owns
from cxmap.diff.sight import Sight, team


@change_kind(Level.RISK, "who", "owner", "owners", "respond.who")
def owner_changed(difference: Difference, sight: Sight) -> str | None:
    """Something goes from one team to another.

    The new team may do it better or worse, and what the old one knew of customers may stay
    behind.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone, who: sales}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone, who: support}
    """
    if owns(difference.was) != owns(difference.now):
        return None
    said = owned(difference, team(sight.now, difference.now))
    return sight.instead(said, team(sight.was, difference.was))
