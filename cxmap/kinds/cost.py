"""Cost."""

from cxmap.estimate import mean
from cxmap.kind import Kind

KIND = Kind(
    "cost",
    "Cost",
    "money per case",
    unit="money",
    better="lower",
    voice="operations",
    low=0,
    estimate=mean,
)
