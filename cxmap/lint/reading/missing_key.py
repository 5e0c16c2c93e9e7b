"""A required key that is absent.

Without its name nobody can speak of a touchpoint, let alone mend it for a customer.

A touchpoint needs `what`, a stage `name`, a metric `kind` and a name or `id`, a reading `period`
and `value`; every other item needs an `id` or its name.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {who: sales, how: phone}

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, who: sales, how: phone}
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
