"""A file that cannot be read as a map.

What cannot be read is checked by nobody, so a customer may meet every gap in it.

Not YAML, not UTF-8, a key that stands twice, a second document, an alias, an anchor or a tag, a
tab, more than 40 levels of nesting, or over 10 MB. The other files are checked all the same, and
references that this file may explain are not complained of.

Bad:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: Call, then mail: twice}
            how: phone

Good:

    journey: onboarding
    stages:
      - name: I sign up
        touchpoints:
          - {what: "Call, then mail: twice", how: phone}
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
