"""An action is due later."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.progress import is_sooner, on
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, "due", of="action")
def action_postponed(difference: Difference, sight: Sight) -> str | None:
    """An action is due later than it was, or at no set time.

    Customers wait longer for what was to change.

    Before:

        actions: [{id: letter, title: A better letter, due: 2026-10-29}]

    After:

        actions: [{id: letter, title: A better letter, due: 2026-12-15}]
    """
    if is_sooner(difference):
        return None
    return sight.instead(f"due {on(difference.now)}", on(difference.was))
