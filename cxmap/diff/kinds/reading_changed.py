"""A figure was corrected."""

from cxmap.diff.difference import Difference
from cxmap.diff.display import words_for
from cxmap.diff.figures import figure
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, "value", "n", "low", "high", of="reading")
def reading_changed(difference: Difference, sight: Sight) -> str:
    """A figure of a period that was already reported is another one.

    Whoever decided by the old one should know.

    Before:

        metrics: [{id: csat, kind: csat}]
        readings:
          - {metric: csat, period: 2026-08, value: 81}

    After:

        metrics: [{id: csat, kind: csat}]
        readings:
          - {metric: csat, period: 2026-08, value: 71}
    """
    period = getattr(difference.spot.part, "period", "")
    field = difference.field
    now, was = figure(difference, sight, field), figure(difference, sight, field, before=True)
    return sight.instead(f"{words_for(field)} in {period} is {now}", was)
