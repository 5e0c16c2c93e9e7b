"""A measure has a target."""

from cxmap.diff.difference import Difference
from cxmap.diff.figures import figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "target", of="metric")
def goal_added(difference: Difference, sight: Sight) -> str | None:
    """A measure has a target that had none.

    Without one nobody can say whether a figure is good.

    Before:

        metrics: [{id: csat, name: Satisfaction, kind: csat}]

    After:

        metrics: [{id: csat, name: Satisfaction, kind: csat, target: 85}]
    """
    if difference.was is not None:
        return None
    return f"target {figure(difference, sight, 'target')}, none before"
