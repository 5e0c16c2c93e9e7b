"""It is no longer measured."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, metric
from cxmap.words import quoted


@change_kind(Level.LOSS, "measures")
def measure_removed(difference: Difference, sight: Sight) -> str | None:
    """Something is no longer measured by what it was measured by.

    Nobody will notice when customers are let down here.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone, measures: [csat-welcome]}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone}
    """
    if difference.was is None:
        return None
    return f"no longer measured by {quoted(metric(sight.was, difference.was))}"
