"""It feels worse."""

from cxmap.diff.difference import Difference
from cxmap.diff.felt import felt, what_felt
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, "emotion")
def emotion_lowered(difference: Difference, sight: Sight) -> str | None:
    """It feels worse to customers, or to some of them.

    Something got worse for them, or somebody asked them for the first time.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, emotion: 1}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, emotion: -1}
    """
    if what_felt(difference) is not Turn.LOOSENED:
        return None
    return felt(difference, sight)
