"""There is a strategy."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, sort=Sort.ADDED, of="strategy")
def strategy_added(_difference: Difference, _sight: Sight) -> str:
    """The programme around the maps is written down.

    All who meet customers can pull in one direction.

    Before:

        teams: [{id: sales}]

    After:

        teams: [{id: sales}]
        strategy: {intent: We answer the same day}
    """
    return "there is a strategy now"
