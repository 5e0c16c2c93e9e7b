"""What a kind of metric is."""

from collections.abc import Callable
from dataclasses import dataclass

from cxmap.estimate import Estimate, Tally

Boxes = Callable[[float, float], tuple[float, float]]
"""From the lowest and the highest answer of a scale to those of a group of answers."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of metric.

    Attributes:
        name: what `kind:` says.
        title: its name in reports, spelled out.
        formula: how a figure is computed, in words.
        unit: of its figures: `%`, `points`, `scale`, `time`, `number` or `money`.
        better: `higher` or `lower`.
        voice: `customer` where the customer is asked, `operations` where we count.
        low: the least a figure can be, or None.
        high: the most a figure can be, or None.
        scale: the answers it is computed from by default, lowest and highest, or None.
        transactional: it asks about one contact, not about the relationship.
        estimate: from what was counted to the figure and its interval; None for a duration, which
            is read from the ranks of the times.
        good: which answers of a scale are the good ones; None where a yes is.
        bad: which are the bad ones, where those count too.
    """

    name: str
    title: str
    formula: str
    unit: str
    better: str
    voice: str
    low: float | None = None
    high: float | None = None
    scale: tuple[float, float] | None = None
    transactional: bool = False
    estimate: Callable[[Tally], Estimate] | None = None
    good: Boxes | None = None
    bad: Boxes | None = None
