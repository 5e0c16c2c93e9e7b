"""A file that looks like a map and was not read as one.

A journey that is left out because of one letter looks as if it had no gaps at all.

A YAML file is left alone unless it has `journey`, `strategy` or `cxmap`, or nothing but sections.
Where a key is nearly one of those, or the only one beside two sections or more, that is probably
a slip.

Bad:

    # file: cxmap.yaml
    cxmap: 1
    # file: onboarding.yaml
    jouney: onboarding
    stages: [{name: I sign up}]

Good:

    # file: cxmap.yaml
    cxmap: 1
    # file: onboarding.yaml
    journey: onboarding
    stages: [{name: I sign up}]
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.WARNING)
