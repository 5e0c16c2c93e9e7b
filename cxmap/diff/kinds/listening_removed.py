"""A listening post is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="listening")
def listening_removed(_difference: Difference, _sight: Sight) -> str:
    """A listening post is no longer declared.

    Customers are no longer heard there.

    Before:

        channels: [{id: fax, name: Fax}]
        listening: [{id: survey, name: Welcome survey}]

    After:

        channels: [{id: fax, name: Fax}]
    """
    return "a listening post that is gone"
