"""A team is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, sort=Sort.REMOVED, of="team")
def team_removed(_difference: Difference, _sight: Sight) -> str:
    """A team is no longer declared.

    What it owned needs another team.

    Before:

        channels: [{id: fax, name: Fax}]
        teams: [{id: sales, name: Sales}]

    After:

        channels: [{id: fax, name: Fax}]
    """
    return "a team that is gone"
