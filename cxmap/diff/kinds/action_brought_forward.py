"""An action is due sooner."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.progress import is_sooner, on
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "due", of="action")
def action_brought_forward(difference: Difference, sight: Sight) -> str | None:
    """An action is due sooner than it was, or has a date that had none.

    Customers wait less for what is to change.

    Before:

        actions: [{id: letter, title: A better letter, due: 2026-12-15}]

    After:

        actions: [{id: letter, title: A better letter, due: 2026-10-29}]
    """
    if not is_sooner(difference):
        return None
    return sight.instead(f"due {on(difference.now)}", on(difference.was))
