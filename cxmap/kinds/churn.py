"""Customer churn."""

from cxmap.estimate import share
from cxmap.kind import Kind

KIND = Kind(
    "churn",
    "Customer churn",
    "% of customers lost, of those there at the start of the period",
    unit="%",
    better="lower",
    voice="operations",
    low=0,
    high=100,
    estimate=share,
)
