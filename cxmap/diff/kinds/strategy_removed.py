"""There is no strategy any more."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="strategy")
def strategy_removed(_difference: Difference, _sight: Sight) -> str:
    """The programme around the maps is no longer written down.

    Every team is left to its own idea of what customers should feel.

    Before:

        teams: [{id: sales}]
        strategy: {intent: We answer the same day}

    After:

        teams: [{id: sales}]
    """
    return "there is no strategy any more"
