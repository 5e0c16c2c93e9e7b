"""An action went back."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.progress import progress
from cxmap.diff.sight import Sight
from cxmap.words import cut


@change_kind(Level.RISK, "status", of="action")
def action_set_back(difference: Difference, sight: Sight) -> str | None:
    """An action is further from being live than it was, or was dropped.

    Customers wait longer for what was to change.

    Before:

        actions: [{id: letter, title: A better letter, status: in-progress}]

    After:

        actions: [{id: letter, title: A better letter, status: dropped, why: Too dear}]
    """
    if progress(difference.now) > progress(difference.was):
        return None
    said = sight.instead(str(difference.now), str(difference.was))
    why = getattr(difference.spot.part, "why", None)
    return f"{said}: {cut(why, 160)}" if difference.now == "dropped" and why else said
