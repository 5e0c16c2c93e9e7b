"""A touchpoint is dropped on purpose."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.retired import reason
from cxmap.diff.sight import Sight
from cxmap.words import cut


@change_kind(Level.NOTE, sort=Sort.REMOVED, of="touchpoint")
def touchpoint_retired(difference: Difference, sight: Sight) -> str | None:
    """Customers no longer meet us somewhere, and somebody says why they will not miss it.

    A reason that can be read can be questioned.

    Before:

        journey: joining
        state: target
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter}

    After:

        journey: joining
        state: target
        retired: [{touchpoint: letter, why: The call says it all}]
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    why = reason(difference, sight)
    if why is None:
        return None
    return f"retired: {cut(why, 200)}"
