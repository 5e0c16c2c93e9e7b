"""A touchpoint is gone, and nobody says why."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import Said, change_kind
from cxmap.diff.level import Level
from cxmap.diff.retired import reason
from cxmap.diff.sight import Sight
from cxmap.diff.summary import summary


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="touchpoint")
def touchpoint_removed(difference: Difference, sight: Sight) -> Said | None:
    """Customers no longer meet us somewhere, and nothing says that this is meant.

    What is forgotten on paper is soon forgotten in daily work, and those who relied on it find
    out first.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter}

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    if reason(difference, sight) is not None:
        return None
    was = summary(difference.before, sight)
    if not sight.aim:
        return Said(f"gone; it was {was}")
    hint = f"if it is meant: `retired: [{{touchpoint: {difference.ids[0]}, why: …}}]`"
    return Said(f"gone, and the target does not say why; it is {was}", hint)
