"""Count."""

from cxmap.estimate import number
from cxmap.kind import Kind

KIND = Kind(
    "count",
    "Count",
    "how many",
    unit="number",
    better="lower",
    voice="operations",
    low=0,
    estimate=number,
)
