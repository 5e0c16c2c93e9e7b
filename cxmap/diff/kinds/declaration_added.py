"""Something is declared."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import NOUNS


@change_kind(Level.NOTE, sort=Sort.ADDED, of={"channel", "data", "insight"})
def declaration_added(difference: Difference, _sight: Sight) -> str:
    """A channel, a source of data or an insight is new.

    It changes nothing for customers until a map uses it.

    Before:

        teams: [{id: sales}]

    After:

        teams: [{id: sales}]
        channels: [{id: fax, name: Fax}]
    """
    return f"{NOUNS[difference.spot.kind]}, new"
