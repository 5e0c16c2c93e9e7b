"""Count."""

from cxmap.kind import Kind

KIND = Kind(
    "count",
    "Count",
    "how many",
    unit="number",
    better="lower",
    voice="operations",
    low=0,
)
