"""It is a moment of truth."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "moment_of_truth")
def moment_added(difference: Difference, _sight: Sight) -> str | None:
    """Something counts as one of the few moments that make or break the experience.

    Moments of truth are asked for more: a voice, a standard, an answer to every pain.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, moment_of_truth: true}
    """
    return "a moment of truth" if difference.now is True else None
