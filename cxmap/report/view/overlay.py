"""How a journey feels in two versions, over one another, and who looks after the customer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxmap.diff.comparison import Comparison
from cxmap.diff.difference import Spot
from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.view.columns import Column, Fate, Slot
from cxmap.report.view.emotion import customers_apart, meets, rating
from cxmap.report.view.marks import Marks
from cxmap.report.view.ribbon import Place, Ribbon, along
from cxmap.words import signed


@dataclass(frozen=True, slots=True)
class Point:
    """A touchpoint in both versions.

    Attributes:
        x: where it lies, 0 to 1 across the sheet.
        number: its number as it is, else as it was.
        name: its name likewise.
        before: how it felt, −2 to +2; None where it was not there or is not rated.
        after: how it feels, or is to feel.
        was: it was there.
        is_: it is there.
        words: what becomes of it here: added, removed, "moves to 4"; empty where it stays.
        fate: the same for the drawing.
        moment: it is a moment of truth.
    """

    x: float
    number: str
    name: str
    before: float | None
    after: float | None
    was: bool
    is_: bool
    words: str
    fate: str
    moment: bool

    @property
    def lift(self) -> float:
        """How far it goes up, or down below zero; 0 where either rating is missing."""
        return self.after - self.before if self.before is not None and self.after is not None else 0


@dataclass(frozen=True, slots=True)
class Overlay:
    """Two curves over one another, on one sheet, for one customer or for all.

    Attributes:
        anchor: a name that no other drawing on the page has.
        who: the customer, where several feel otherwise.
        stages: how many stages the sheet has.
        points: the touchpoints of both versions, in order.
        title: the drawing in words.
    """

    anchor: str
    who: str
    stages: int
    points: tuple[Point, ...]
    title: str

    @property
    def rated(self) -> bool:
        """Whether there is any rating on this sheet."""
        return any(p.before is not None or p.after is not None for p in self.points)


@dataclass(frozen=True, slots=True)
class OverlayStage:
    """A stage over the curves: its number, its name, and what becomes of it, if anything."""

    number: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class OverlaySheet:
    """Stages side by side, as many as a page can hold.

    Attributes:
        number: 1 for the first.
        stages: the stages.
        overlays: the curves, one for each customer who feels otherwise.
        before: who looked after the customer.
        after: who looks after the customer, or is to.
    """

    number: int
    stages: tuple[OverlayStage, ...]
    overlays: tuple[Overlay, ...]
    before: Ribbon
    after: Ribbon

    @property
    def rated(self) -> tuple[Overlay, ...]:
        """The curves that have a rating."""
        return tuple(overlay for overlay in self.overlays if overlay.rated)


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a comparison as they are drawn: the marks of teams before and after."""

    before: Marks
    after: Marks


def overlay_sheets(
    comparison: Comparison,
    journey: Journey,
    parts: Sequence[Sequence[Column]],
    sides: Sides,
    prefix: str,
) -> tuple[OverlaySheet, ...]:
    """The sheets on which both versions of a map are drawn.

    Args:
        comparison: what the map is compared with.
        journey: the map as it is, or as it was where it is gone.
        parts: its stages in both versions, parted as they are drawn.
        sides: the marks of teams.
        prefix: what the names of drawings begin with.
    """
    names = _customers(comparison, journey)
    sheets = []
    for n, part in enumerate(parts, 1):
        overlays = []
        for c, (customer, who) in enumerate(names.items(), 1):
            points = tuple(_points(part, comparison, customer))
            anchor = f"{prefix}over-{n}-{c}"
            title = _title(points, who, aim=comparison.aim)
            overlays.append(Overlay(anchor, who, len(part), points, title))
        before, after = (
            along(
                tuple(_places(part, after=after, marks=marks)),
                len(part),
                f"{prefix}hands-{n}-{'after' if after else 'before'}",
            )
            for after, marks in ((False, sides.before), (True, sides.after))
        )
        stages = tuple(_stage(column) for column in part)
        sheets.append(OverlaySheet(n, stages, tuple(overlays), before, after))
    return tuple(sheets)


def _customers(comparison: Comparison, journey: Journey) -> Mapping[str, str]:
    """The customers whose ratings differ in either version, id to name; else one for all."""
    maps = comparison.maps_of(journey)
    versions = (maps.before, maps.after) if maps else (journey, journey)
    sight = comparison.sight
    found: dict[str, str] = {}
    for version, facts in zip(versions, (sight.was, sight.now), strict=True):
        found |= customers_apart(version, facts.workspace)
    if len(found) > 1:
        found.pop("", None)
    return found


def _stage(column: Column) -> OverlayStage:
    spot = column.spot
    words = "" if column.before and column.after else "new" if column.after else "gone"
    return OverlayStage(spot.number, spot.name, words)


def _points(part: Sequence[Column], comparison: Comparison, customer: str) -> Iterator[Point]:
    for s, column in enumerate(part):
        for t, slot in enumerate(column.slots):
            sides = ((slot.before, comparison.sight.was), (slot.after, comparison.sight.now))
            if not isinstance(slot.spot.part, Touchpoint):
                continue
            if customer and not any(_met(spot, facts, customer) for spot, facts in sides):
                continue
            before, after = (_felt(spot, facts, customer) for spot, facts in sides)
            yield Point(
                (s + (t + 0.5) / len(column.slots)) / len(part),
                slot.spot.number,
                slot.spot.name,
                before,
                after,
                slot.before is not None,
                slot.after is not None,
                _words(slot),
                slot.fate.name.lower(),
                slot.spot.part.moment_of_truth,
            )


def _words(slot: Slot) -> str:
    """What becomes of a touchpoint here, in a word or two; nothing where it stays."""
    match slot.fate:
        case Fate.STAYS:
            return ""
        case Fate.LEAVES if slot.other is not None:
            return f"moves to {slot.other.number}"
        case Fate.MERGED if slot.other is not None:
            return f"goes into {slot.other.number}"
        case Fate.ARRIVES:
            return ""
        case other:
            return str(other.value)


def _met(spot: Spot | None, facts: Facts, customer: str) -> bool:
    touchpoint = spot.part if spot else None
    return isinstance(touchpoint, Touchpoint) and meets(customer, touchpoint, facts.workspace)


def _felt(spot: Spot | None, facts: Facts, customer: str) -> float | None:
    touchpoint = spot.part if spot else None
    if not isinstance(touchpoint, Touchpoint):
        return None
    if customer and not meets(customer, touchpoint, facts.workspace):
        return None
    return rating(touchpoint, customer, facts.workspace)


def _places(part: Sequence[Column], *, after: bool, marks: Marks) -> Iterator[Place]:
    """The owners of one version, each as far as half way to its neighbours in the stage."""
    for s, column in enumerate(part):
        spots = [(n, slot.after if after else slot.before) for n, slot in enumerate(column.slots)]
        there = [(n + 0.5, spot) for n, spot in spots if spot is not None]
        size = len(column.slots)
        for k, (middle, spot) in enumerate(there):
            start = (there[k - 1][0] + middle) / 2 if k else 0.0
            end = (middle + there[k + 1][0]) / 2 if k + 1 < len(there) else float(size)
            who = spot.part.who if isinstance(spot.part, Touchpoint) else None
            team = marks.team(who) if who else None
            left, right = ((s + x / size) / len(part) for x in (start, end))
            yield Place(left, right, team, spot.number)


def _title(points: Sequence[Point], who: str, *, aim: bool) -> str:
    what = "Emotion today and in the target" if aim else "Emotion before and after"
    said = [
        f"{p.number} {p.name} {signed(p.before)} to {signed(p.after)}"
        for p in points
        if p.before is not None and p.after is not None and p.lift
    ]
    said += [f"{p.number} {p.name} {p.words}" for p in points if p.words]
    for_whom = f", for {who}" if who else ""
    return f"{what}, by touchpoint{for_whom}. {'; '.join(said) or 'Nothing changes'}."
