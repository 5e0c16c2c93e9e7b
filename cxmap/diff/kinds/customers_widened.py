"""Something is for more customers than before."""

from cxmap.diff.audience import who_it_is_for
from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight, customers


@change_kind(Level.GAIN, "customers")
def customers_widened(difference: Difference, sight: Sight) -> str | None:
    """Something is for more customers than before.

    More of them get it.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, customers: [new-buyer]}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, customers: [new-buyer, payroll-admin]}
    """
    if who_it_is_for(difference) is not Turn.TIGHTENED:
        return None
    now, was = customers(sight.now, difference.now), customers(sight.was, difference.was)
    return sight.instead(f"for {now}", f"for {was}")
