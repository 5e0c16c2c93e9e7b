"""A stage is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.RISK, sort=Sort.REMOVED, of="stage")
def stage_removed(_difference: Difference, _sight: Sight) -> str:
    """The journey no longer has a stage.

    Its touchpoints may have moved or be gone, which is told with each; its owner and goal are
    gone.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
          - id: use
            name: I use it

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
    """
    return "a stage that is gone"
