"""Something in the library probably has another id."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import Said, change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(
    Level.NOTE,
    sort=Sort.RENAMED,
    of={"team", "channel", "customer", "metric", "listening", "action", "data"},
)
def item_renamed(difference: Difference, _sight: Sight) -> Said:
    """A team, customer, measure or other item is gone and another came that is clearly like it.

    Maps, feedback and readings point at the id.

    Before:

        metrics: [{id: csat, name: Welcome satisfaction, kind: csat}]

    After:

        metrics: [{id: csat-welcome, name: Welcome satisfaction, kind: csat}]
    """
    old, new = difference.ids
    return Said(
        f"probably the same: the id `{old}` became `{new}`", f"give it back its id: `id: {old}`"
    )
