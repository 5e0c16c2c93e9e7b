"""One way less to reach it."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, channel


@change_kind(Level.LOSS, "how")
def channel_removed(difference: Difference, sight: Sight) -> str | None:
    """Something no longer reaches customers by a channel that it used.

    Some customers used just that channel, and may not find another.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: [phone, email]}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone}
    """
    if difference.was is None:
        return None
    return f"no longer by {channel(sight.was, difference.was)}"
