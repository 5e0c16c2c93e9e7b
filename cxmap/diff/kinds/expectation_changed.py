"""Customers expect something else."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.RISK, "expectation")
def expectation_changed(difference: Difference, sight: Sight) -> str | None:
    """It says that customers expect something else.

    What was done to meet the old expectation may miss the new one.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, expectation: A person rings me}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, expectation: I get an invitation}
    """
    if difference.was is None or difference.now is None:
        return None
    now, was = (quoted(str(text), 120) for text in (difference.now, difference.was))
    return sight.instead(f"the customer expects: {now}", was)
