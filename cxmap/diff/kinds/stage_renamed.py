"""A stage probably has another id."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import Said, change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.RENAMED, of="stage")
def stage_renamed(difference: Difference, _sight: Sight) -> Said:
    """A stage is gone and another came that is clearly like it.

    Listening posts, actions and readings hang on the id.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}

    After:

        journey: joining
        stages:
          - id: signing
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    old, new = difference.ids
    said = f"probably the same stage: the id `{old}` became `{new}`"
    return Said(said, f"give it back its id: `id: {old}`")
