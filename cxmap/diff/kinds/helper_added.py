"""One more team helps."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, team


@change_kind(Level.GAIN, "with")
def helper_added(difference: Difference, sight: Sight) -> str | None:
    """A team helps with something that it did not help with.

    Customers are passed on with less loss where the next team is already at the table.

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
              - {id: call, what: Welcome call, who: sales, with: [support]}
    """
    if difference.now is None:
        return None
    return f"{team(sight.now, difference.now)} helps"
