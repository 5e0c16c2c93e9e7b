"""A journey probably has another id."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import Said, change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.RENAMED, of="journey")
def journey_renamed(difference: Difference, _sight: Sight) -> Said:
    """A map is gone and another came that is clearly like it.

    Feedback, actions and history hang on the id.

    Before:

        journey: joining
        title: Joining us
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}

    After:

        journey: onboarding
        title: Joining us
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    old, new = difference.ids
    said = f"probably the same journey: the id `{old}` became `{new}`"
    return Said(said, f"give it back its id: `journey: {old}`")
