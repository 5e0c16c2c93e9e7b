"""A measure aims for more."""

from cxmap.diff.difference import Difference
from cxmap.diff.figures import aims_for_more, figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "target", of="metric")
def goal_raised(difference: Difference, sight: Sight) -> str | None:
    """The target of a measure is harder to reach than it was.

    Customers are promised more. Of churn, effort and times less is more.

    Before:

        metrics: [{id: csat, name: Satisfaction, kind: csat, target: 85}]

    After:

        metrics: [{id: csat, name: Satisfaction, kind: csat, target: 90}]
    """
    if not aims_for_more(difference, sight):
        return None
    was = figure(difference, sight, "target", before=True)
    return sight.instead(f"target {figure(difference, sight, 'target')}", was)
