"""What follows from a workspace: looked up by rules, comparisons and pages alike.

`Facts` holds one part per subject; each works a thing out once, when it is first asked for.
"""

from cxmap.facts.facts import Facts
from cxmap.facts.periods import period_end, period_start

__all__ = ["Facts", "period_end", "period_start"]
