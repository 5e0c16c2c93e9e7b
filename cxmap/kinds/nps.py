"""Net Promoter Score.

Source: Reichheld, F. F., The One Number You Need to Grow, Harvard Business Review, December 2003.
"""

from cxmap.kind import Kind

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
)
