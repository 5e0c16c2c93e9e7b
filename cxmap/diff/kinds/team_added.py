"""A team is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.ADDED, of="team")
def team_added(_difference: Difference, _sight: Sight) -> str:
    """A team is declared that was not.

    It can own touchpoints now.

    Before:

        channels: [{id: fax, name: Fax}]

    After:

        channels: [{id: fax, name: Fax}]
        teams: [{id: sales, name: Sales}]
    """
    return "a new team"
