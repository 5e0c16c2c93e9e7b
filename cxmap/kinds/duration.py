"""Duration."""

from cxmap.kind import Kind

KIND = Kind(
    "duration",
    "Duration",
    "median time taken",
    unit="time",
    better="lower",
    voice="operations",
    low=0,
)
