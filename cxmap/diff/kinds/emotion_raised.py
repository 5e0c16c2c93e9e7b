"""It feels better."""

from cxmap.diff.difference import Difference
from cxmap.diff.felt import felt, what_felt
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, "emotion")
def emotion_raised(difference: Difference, sight: Sight) -> str | None:
    """It feels better to customers, or is aimed to.

    How customers feel at the worst moments is what they remember and tell others.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, emotion: -1}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, emotion: 1}
    """
    if what_felt(difference) is not Turn.TIGHTENED:
        return None
    return felt(difference, sight)
