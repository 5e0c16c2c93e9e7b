"""An action is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, sort=Sort.REMOVED, of="action")
def action_removed(_difference: Difference, _sight: Sight) -> str:
    """An action is no longer declared.

    Something that was to change is no longer on the list; a `dropped` action says why.

    Before:

        channels: [{id: fax, name: Fax}]
        actions: [{id: better-letter, title: A better letter}]

    After:

        channels: [{id: fax, name: Fax}]
    """
    return "an action that is gone"
