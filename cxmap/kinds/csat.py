"""Customer satisfaction."""

from cxmap.estimate import share
from cxmap.kind import Kind


def _top_two(low: float, high: float) -> tuple[float, float]:
    del low
    return high - 1, high


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
    estimate=share,
    good=_top_two,
)
