"""Somebody owns what nobody did."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.owning import owned, owns
from cxmap.diff.sight import Sight, team


@change_kind(Level.GAIN, "who", "owner", "owners", "respond.who")
def owner_added(difference: Difference, sight: Sight) -> str | None:
    """A team answers for something that nobody answered for.

    What one team answers for gets mended when customers complain about it.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone, who: sales}
    """
    if owns(difference.was) or not owns(difference.now):
        return None
    said = owned(difference, team(sight.now, difference.now))
    return said if difference.item else sight.instead(said, team(sight.was, difference.was))
