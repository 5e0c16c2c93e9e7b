"""A reference to something that nobody declares.

A touchpoint that belongs to a team that does not exist belongs to nobody.

It speaks only where anything of that kind is declared, so that a lone file can be sound. A
reference matches an id, or exactly one name.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, who: marketting}
    teams: [{id: marketing, name: Marketing}]

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Kick-off call, who: Marketing}
    teams: [{id: marketing, name: Marketing}]
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
