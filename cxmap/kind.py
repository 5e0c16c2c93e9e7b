"""What a kind of metric is."""

from dataclasses import dataclass


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
