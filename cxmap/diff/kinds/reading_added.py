"""There is a new figure."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.figures import figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.ADDED, of="reading")
def reading_added(difference: Difference, sight: Sight) -> str:
    """A measure has a figure that it did not have.

    It tells how customers are, and changes nothing for them.

    Before:

        metrics: [{id: csat, kind: csat}]
        readings:
          - {metric: csat, period: 2026-08, value: 81}

    After:

        metrics: [{id: csat, kind: csat}]
        readings:
          - {metric: csat, period: 2026-08, value: 81}
          - {metric: csat, period: 2026-09, value: 84}
    """
    return f"{figure(difference, sight, 'value')} in {difference.item}"
