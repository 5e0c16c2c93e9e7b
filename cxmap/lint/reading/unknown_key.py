"""A key that the format does not have.

What stands under a misspelt key would be lost in silence, and with it an answer about a customer.

Keys of your own begin with `x-` and are kept.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, ownr: sales}

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, who: sales, x-room: "3.14"}
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
