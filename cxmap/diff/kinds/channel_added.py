"""One more way to reach it."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, channel


@change_kind(Level.GAIN, "how")
def channel_added(difference: Difference, sight: Sight) -> str | None:
    """Something reaches customers by a channel that it did not use.

    More customers find a way that suits them.

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
              - {id: call, what: Welcome call, how: [phone, email]}
    """
    if difference.now is None:
        return None
    return f"by {channel(sight.now, difference.now)}"
