"""An action is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, sort=Sort.ADDED, of="action")
def action_added(_difference: Difference, _sight: Sight) -> str:
    """An action is declared that was not.

    Somebody is to change something.

    Before:

        channels: [{id: fax, name: Fax}]

    After:

        channels: [{id: fax, name: Fax}]
        actions: [{id: better-letter, title: A better letter}]
    """
    return "a new action"
