"""Net Promoter Score.

Source: Reichheld, F. F., The One Number You Need to Grow, Harvard Business Review, December 2003.
"""

from cxmap.estimate import net_share
from cxmap.kind import Kind


def _promoters(low: float, high: float) -> tuple[float, float]:
    del low
    return high - 1, high


def _detractors(low: float, high: float) -> tuple[float, float]:
    del high
    return low, low + 6


KIND = Kind(
    "nps",
    "Net Promoter Score",
    "% promoters (9–10) − % detractors (0–6) of answers 0–10",
    unit="points",
    better="higher",
    voice="customer",
    low=-100,
    high=100,
    scale=(0, 10),
    estimate=net_share,
    good=_promoters,
    bad=_detractors,
)
