"""Customer effort score.

Source: Dixon, M., Toman, N., DeLisi, R., The Effortless Experience, 2013 (CES 2.0).
"""

from cxmap.kind import Kind

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
)
