"""It promises something else."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.RISK, "standard")
def standard_changed(difference: Difference, sight: Sight) -> str | None:
    """It promises to do something else especially well.

    The new promise may be more or less than the old one, which only people can tell.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, standard: We ring back the same day}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, standard: A named person rings back}
    """
    if difference.was is None or difference.now is None:
        return None
    now, was = (quoted(str(text), 120) for text in (difference.now, difference.was))
    return sight.instead(f"promises: {now}", was)
