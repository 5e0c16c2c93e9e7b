"""Nobody owns it any more."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.owning import owned, owns
from cxmap.diff.sight import Sight, team


@change_kind(Level.LOSS, "who", "owner", "owners", "respond.who")
def owner_removed(difference: Difference, sight: Sight) -> str | None:
    """A team that answered for something no longer does, and nobody took over.

    What nobody answers for is handed round until the customer gives up.

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
              - {id: call, what: Welcome call, how: phone}
    """
    if not owns(difference.was) or owns(difference.now):
        return None
    if difference.item:
        return f"{team(sight.was, difference.was)} no longer answers for it"
    said = owned(difference, team(sight.now, difference.now))
    return sight.instead(said, team(sight.was, difference.was))
