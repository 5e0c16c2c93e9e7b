"""Customer retention."""

from cxmap.estimate import share
from cxmap.kind import Kind

KIND = Kind(
    "retention",
    "Customer retention",
    "% of customers kept, of those there at the start of the period",
    unit="%",
    better="higher",
    voice="operations",
    low=0,
    high=100,
    estimate=share,
)
