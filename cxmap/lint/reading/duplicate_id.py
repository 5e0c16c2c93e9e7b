"""Two items of a kind that share an id, or two maps of a journey that share its state.

Where one id means two things, feedback about the one is counted for the other.

Ids are made of names where none is written. A reading written by hand and one that was computed for
the same metric, place, segment and period are a warning; the one written by hand counts.

Bad:

    teams:
      - {id: support, name: Customer support}
      - {id: support, name: Technical support}

Good:

    teams:
      - {id: support, name: Customer support}
      - {id: technical-support, name: Technical support}
"""

from cxmap.finding import Severity
from cxmap.lint.rule import reading_rule

RULE = reading_rule(__name__, __doc__, Severity.ERROR)
