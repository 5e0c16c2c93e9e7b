"""Something is no longer declared."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import NOUNS


@change_kind(Level.NOTE, sort=Sort.REMOVED, of={"channel", "data", "insight"})
def declaration_removed(difference: Difference, _sight: Sight) -> str:
    """A channel, a source of data or an insight is gone.

    It changes nothing for customers where no map uses it.

    Before:

        teams: [{id: sales}]
        channels: [{id: fax, name: Fax}]

    After:

        teams: [{id: sales}]
    """
    return f"{NOUNS[difference.spot.kind]}, gone"
