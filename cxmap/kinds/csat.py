"""Customer satisfaction."""

from cxmap.kind import Kind

KIND = Kind(
    "csat",
    "Customer satisfaction",
    "% of answers in the top two boxes of the scale",
    unit="%",
    better="higher",
    voice="customer",
    low=0,
    high=100,
    scale=(1, 5),
    transactional=True,
)
