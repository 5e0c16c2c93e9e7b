"""A measure is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="metric")
def metric_removed(_difference: Difference, _sight: Sight) -> str:
    """A measure is no longer declared.

    What was measured cannot be any more, on no map.

    Before:

        channels: [{id: fax, name: Fax}]
        metrics: [{id: csat, name: Satisfaction, kind: csat}]

    After:

        channels: [{id: fax, name: Fax}]
    """
    return "a measure that is gone"
