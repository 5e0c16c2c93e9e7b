"""A measure aims for less."""

from cxmap.diff.difference import Difference
from cxmap.diff.figures import aims_for_more, figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, "target", of="metric")
def goal_lowered(difference: Difference, sight: Sight) -> str | None:
    """The target of a measure is easier to reach than it was, or cannot be compared.

    Figures turn green without customers getting more; or the old target was a dream.

    Before:

        metrics: [{id: csat, name: Satisfaction, kind: csat, target: 85}]

    After:

        metrics: [{id: csat, name: Satisfaction, kind: csat, target: 80}]
    """
    if difference.was is None or difference.now is None or aims_for_more(difference, sight):
        return None
    was = figure(difference, sight, "target", before=True)
    return sight.instead(f"target {figure(difference, sight, 'target')}", was)
