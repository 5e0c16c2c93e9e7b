"""It is measured."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight, metric
from cxmap.words import quoted


@change_kind(Level.GAIN, "measures")
def measure_added(difference: Difference, sight: Sight) -> str | None:
    """Something is measured that was not measured in this way.

    What is measured is noticed when it goes wrong.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, how: phone, measures: [csat-welcome]}
    """
    if difference.now is None:
        return None
    return f"measured by {quoted(metric(sight.now, difference.now))}"
