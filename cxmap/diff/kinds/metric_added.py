"""A measure is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, sort=Sort.ADDED, of="metric")
def metric_added(_difference: Difference, _sight: Sight) -> str:
    """A measure is declared that was not.

    Something can be measured.

    Before:

        channels: [{id: fax, name: Fax}]

    After:

        channels: [{id: fax, name: Fax}]
        metrics: [{id: csat, name: Satisfaction, kind: csat}]
    """
    return "a new measure"
