"""A value outside the choices, the range or the form of its field.

A date, a duration or a feeling that cannot be computed with is missing from every count and curve.

Also a text whose end YAML would take for a comment: ` #` and no space after it.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, emotion: 5}

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, emotion: 2}
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
