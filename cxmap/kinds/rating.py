"""Rating."""

from cxmap.estimate import mean
from cxmap.kind import Kind

KIND = Kind(
    "rating",
    "Rating",
    "mean of the answers on the scale",
    unit="scale",
    better="higher",
    voice="customer",
    scale=(1, 5),
    transactional=True,
    estimate=mean,
)
