"""An action moved on."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.progress import progress
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "status", of="action")
def action_advanced(difference: Difference, sight: Sight) -> str | None:
    """An action is nearer to being live than it was, or is proven.

    Customers will notice soon, or do already.

    Before:

        actions: [{id: letter, title: A better letter}]

    After:

        actions: [{id: letter, title: A better letter, status: in-progress}]
    """
    if progress(difference.now) <= progress(difference.was):
        return None
    return sight.instead(str(difference.now), str(difference.was))
