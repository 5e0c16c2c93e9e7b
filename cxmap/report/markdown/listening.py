"""Where we ask, and where we only count: kinds of measure by stage."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxmap.report.view.sheet import Sheet, StageView

COUNTED = "Only counted"
"""The row of measures that tell how we perform, and ask nobody."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A table of kinds of measure by stage.

    Attributes:
        stages: the names of its columns.
        rows: a kind with the numbers of the places it is used at, one text for each stage.
        asked: for each stage at how many touchpoints customers are asked, in words.
    """

    stages: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    asked: tuple[str, ...]


def asking(sheets: Sequence[Sheet]) -> Asking | None:
    """Where customers are asked, by stage; None where nothing is measured at all."""
    stages = [stage for sheet in sheets for stage in sheet.stages]
    kinds = {kind for stage in stages for kind, _ in _kinds(stage)}
    if not kinds:
        return None
    ordered = sorted(kinds, key=lambda kind: (kind == COUNTED, kind))
    return Asking(
        tuple(f"{stage.number} {stage.name}" for stage in stages),
        tuple((kind, tuple(_places(stage, kind) for stage in stages)) for kind in ordered),
        tuple(_asked(stage) for stage in stages),
    )


def _kinds(stage: StageView) -> Iterator[tuple[str, Iterable[str]]]:
    for placed in stage.measures:
        if placed.measure is not None:
            kind = placed.measure.short if placed.measure.voice else COUNTED
            yield kind, (number for number, _ in placed.numbers)


def _places(stage: StageView, kind: str) -> str:
    numbers = (number for found, used in _kinds(stage) if found == kind for number in used)
    whole = str(stage.number)
    return ", ".join("the stage" if n == whole else n for n in dict.fromkeys(numbers)) or "·"


def _asked(stage: StageView) -> str:
    heard = sum(card.heard for card in stage.cards)
    able = sum(card.owner is None or not card.owner.customer for card in stage.cards)
    if heard:
        return f"{heard} of {able}"
    return "the stage as a whole" if stage.asked else ""
