"""An ignore remark that does nothing, gives no reason, or is past its date.

A gap that was accepted for a while stays open for the customer, so somebody has to come back to it.

A remark stands at the end of a line or alone above it: `# cxmap: ignore[rule-name] the reason`,
perhaps with `until=2027-01-31`. It covers the item it stands on or above and what is under it;
`# cxmap: ignore-file[rule-name] the reason` among the first comments covers the file. There is no
remark that ignores everything. That there is nothing to accept is said only of rules that ran.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - what: Kick-off call   # cxmap: ignore[touchpoint-without-owner]

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - what: Kick-off call   # cxmap: ignore[touchpoint-without-owner] hired by March
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.WARNING)
