"""Something is for fewer customers than before."""

from cxmap.diff.audience import who_it_is_for
from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight, customers


@change_kind(Level.LOSS, "customers")
def customers_narrowed(difference: Difference, sight: Sight) -> str | None:
    """Something is for fewer customers than before.

    Some of them no longer get it.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, customers: [new-buyer, payroll-admin]}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, customers: [new-buyer]}
    """
    if who_it_is_for(difference) is not Turn.LOOSENED:
        return None
    now, was = customers(sight.now, difference.now), customers(sight.was, difference.was)
    return sight.instead(f"for {now}", f"for {was}")
