"""Rate."""

from cxmap.estimate import share
from cxmap.kind import Kind

KIND = Kind(
    "rate",
    "Rate",
    "% of cases in which it happened",
    unit="%",
    better="higher",
    voice="operations",
    low=0,
    high=100,
    estimate=share,
)
