"""A measure measures something else."""

from cxmap.diff.difference import Difference
from cxmap.diff.display import value, words_for
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(
    Level.RISK,
    "kind",
    "question",
    "scale",
    "method",
    "statistic",
    "unit",
    "better",
    "source",
    of="metric",
)
def metric_redefined(difference: Difference, sight: Sight) -> str:
    """A measure is asked, counted or computed in another way.

    Figures before and after cannot be compared, and a better one may mean nothing.

    Before:

        metrics: [{id: csat, name: Satisfaction, kind: csat, question: How was it?}]

    After:

        metrics: [{id: csat, name: Satisfaction, kind: csat, question: How satisfied are you?}]
    """
    now, was = value(difference, difference.after), value(difference, difference.before)
    said = sight.instead(f"{words_for(difference.field)} {now}", was)
    return f"{said}: figures before and after cannot be compared"
