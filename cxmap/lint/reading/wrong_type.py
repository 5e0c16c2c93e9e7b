"""An answer in the wrong shape.

An answer that cannot be understood is none, and nobody notices that it is missing.

A field that takes a list takes a single value too; one that takes a single text takes no list.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, who: [sales, marketing]}

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, who: sales, with: [marketing]}
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
