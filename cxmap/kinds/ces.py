"""Customer effort score.

Source: Dixon, M., Toman, N., DeLisi, R., The Effortless Experience, 2013 (CES 2.0).
"""

from cxmap.estimate import share
from cxmap.kind import Kind


def _above_the_middle(low: float, high: float) -> tuple[float, float]:
    return (low + high) / 2 + 0.001, high  # 5 to 7 of 1 to 7; answers count in thousandths


KIND = Kind(
    "ces",
    "Customer effort score",
    '% of answers 5–7 of 1–7 to "made it easy"',
    unit="%",
    better="higher",
    voice="customer",
    low=0,
    high=100,
    scale=(1, 7),
    transactional=True,
    estimate=share,
    good=_above_the_middle,
)
