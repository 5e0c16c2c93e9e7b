"""A stage is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.NOTE, sort=Sort.ADDED, of="stage")
def stage_added(_difference: Difference, _sight: Sight) -> str:
    """The journey has a stage that it did not have.

    What happens in it for the customer is told with its touchpoints.

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
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
          - id: use
            name: I use it
    """
    return "a new stage"
