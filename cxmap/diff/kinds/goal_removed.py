"""A measure has no target any more."""

from cxmap.diff.difference import Difference
from cxmap.diff.figures import figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, "target", of="metric")
def goal_removed(difference: Difference, sight: Sight) -> str | None:
    """A measure had a target and has none any more.

    Nobody can say any more whether customers get enough.

    Before:

        metrics: [{id: csat, name: Satisfaction, kind: csat, target: 85}]

    After:

        metrics: [{id: csat, name: Satisfaction, kind: csat}]
    """
    if difference.now is not None:
        return None
    return f"no target any more, was {figure(difference, sight, 'target', before=True)}"
