"""A figure is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.figures import figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, sort=Sort.REMOVED, of="reading")
def reading_removed(difference: Difference, sight: Sight) -> str:
    """A measure had a figure for a period and has none any more.

    What customers said then cannot be looked up any more.

    Before:

        metrics: [{id: csat, kind: csat}]
        readings:
          - {metric: csat, period: 2026-08, value: 81}
          - {metric: csat, period: 2026-09, value: 84}

    After:

        metrics: [{id: csat, kind: csat}]
        readings:
          - {metric: csat, period: 2026-08, value: 81}
    """
    was = figure(difference, sight, "value", before=True)
    return f"no figure for {difference.item} any more, was {was}"
