"""A touchpoint probably has another id."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import Said, change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, named


@change_kind(Level.NOTE, sort=Sort.RENAMED, of="touchpoint")
def touchpoint_renamed(difference: Difference, sight: Sight) -> Said:
    """A touchpoint is gone and another came that is clearly like it.

    Feedback, actions and history hang on the id, so the map should say that it is the same.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone}

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: first-call, what: Welcome call, how: phone}
    """
    old, new = difference.ids
    hint = f"`replaces: {old}` to `{new}`" if sight.aim else f"give it back its id: `id: {old}`"
    said = f"probably the same as {named(difference.before)}: the id `{old}` became `{new}`"
    return Said(said, hint)
