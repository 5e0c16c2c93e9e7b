"""Two versions of a map side by side: stage by stage, touchpoint by touchpoint, key by key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxmap.diff.change import Change
from cxmap.diff.comparison import Comparison
from cxmap.diff.difference import Sort, Spot
from cxmap.diff.groups import Group
from cxmap.diff.summary import summary
from cxmap.model.journey import Journey
from cxmap.output.planned import planned
from cxmap.report.comparisons import Compared
from cxmap.report.page import Links
from cxmap.report.say import sentence
from cxmap.report.view.columns import Column, Fate, Slot
from cxmap.report.view.said import Field, fields

_MARKS = {
    Fate.ADDED: ("added", "add", "Added"),
    Fate.REMOVED: ("removed", "remove", "Removed"),
    Fate.MERGED: ("removed", "remove", "Merged"),
    Fate.LEAVES: ("moved", "move", "Moved away"),
    Fate.ARRIVES: ("moved", "move", "Moved here"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """An item in one version: its number, its name, where it is shown, and more about it."""

    number: str
    name: str
    href: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """An item in both versions.

    Attributes:
        kind: same, changed, added, removed or moved.
        mark: the glyph for that.
        words: the same in a word or two.
        before: the item as it was, or None.
        after: the item as it is, or None.
        fields: what it answers otherwise.
        planned: the actions that deliver it, each with who answers for it.
        unplanned: it takes work, and nobody has planned it.
    """

    kind: str
    mark: str
    words: str
    before: Side | None
    after: Side | None
    fields: tuple[Field, ...]
    planned: tuple[str, ...]
    unplanned: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A stage with its touchpoints, or the journey as a whole: what of it changes, and its rows."""

    name: str
    words: str
    whole: Row | None
    rows: tuple[Row, ...]


def side_by_side(compared: Compared, columns: Sequence[Column], links: Links) -> Iterator[Block]:
    """The journey as a whole where anything of it changes, then its stages.

    Args:
        compared: the map, and what it is compared with.
        columns: its stages in both versions.
        links: where the pages are.
    """
    comparison, journey = compared.comparison, compared.journey
    shown = _by_item(compared.shown, journey)
    known = _Known(comparison, shown, frozenset(_by_item(comparison, journey)), links)
    maps = comparison.maps_of(journey)
    whole = known.group(None, journey.path) if maps else None
    if whole is not None:
        yield Block("The journey as a whole", "", _row(known, whole, None), ())
    for column in columns:
        spot = column.spot
        group = _of(known, column.before, column.after) if column.before and column.after else None
        words = "" if column.before and column.after else "new" if column.after else "gone"
        name = f"{spot.number} {spot.name}"
        if column.before and column.after and column.before.name != column.after.name:
            words = f"today {column.before.name}" if comparison.aim else f"was {column.before.name}"
        rows = tuple(_row(known, _of(known, s.before, s.after), s) for s in column.slots)
        yield Block(name, words, _row(known, group, None) if group else None, rows)


@dataclass(frozen=True, slots=True)
class _Known:
    comparison: Comparison
    items: Mapping[tuple[bool, str], Group]
    touched: frozenset[tuple[bool, str]]
    links: Links

    def touches(self, spot: Spot | None) -> bool:
        """Whether an item that is there has any change, be it one that is not shown."""
        return spot is not None and (True, spot.item) in self.touched

    def group(self, before: str | None, after: str | None) -> Group | None:
        """The changes of an item, by its path as it was and as it is."""
        if after is not None:
            return self.items.get((True, after))
        return self.items.get((False, before)) if before is not None else None


def _by_item(comparison: Comparison, journey: Journey) -> dict[tuple[bool, str], Group]:
    found: dict[tuple[bool, str], Group] = {}
    for group in comparison.groups_of(journey):
        if group.after is not None:
            found[True, group.after.item] = group
        elif group.before is not None:
            found[False, group.before.item] = group
    return found


def _of(known: _Known, before: Spot | None, after: Spot | None) -> Group | None:
    return known.group(before.item if before else None, after.item if after else None)


def _row(known: _Known, group: Group | None, slot: Slot | None) -> Row:
    comparison = known.comparison
    changes = group.changes if group else ()
    before = slot.before if slot else group.before if group else None
    after = slot.after if slot else group.after if group else None
    fate = slot.fate if slot else Fate.STAYS
    kind, mark, words = _MARKS.get(fate, ("changed", "change", "Changed"))
    if fate is Fate.STAYS and not known.touches(after):
        kind, mark, words = "same", "same", "Same"
    answered = tuple(c for c in changes if c.difference.sort is Sort.ANSWERED)
    was = before or (slot.other if slot and fate is Fate.ARRIVES else None)
    told = () if fate in {Fate.LEAVES, Fate.MERGED} else changes
    left = _side(before, _said_before(before, slot, told, comparison), known.links)
    right = _side(after, _said_after(after, slot, told, comparison), known.links)
    return Row(
        kind,
        mark,
        words,
        left,
        right,
        tuple(fields(answered, was, after, comparison.sight)) if was and after else (),
        tuple(planned(a, comparison.sight.now) for a in group.actions) if group and told else (),
        bool(group and told and comparison.aim and group.uncovered),
    )


def _side(spot: Spot | None, more: Iterator[str], links: Links) -> Side | None:
    if spot is None:
        return None
    journey = spot.journey
    anchor = f"tp-{getattr(spot.part, 'id', '')}"
    href = links.to("journey", journey.path, anchor) if journey else ""
    return Side(spot.number, spot.name, href, tuple(more))


def _said_before(
    spot: Spot | None, slot: Slot | None, changes: Sequence[Change], comparison: Comparison
) -> Iterator[str]:
    """What stands under an item that goes: where to, or what it was and why it goes."""
    if slot is None or slot.fate is Fate.STAYS:
        return
    if slot.other is not None:
        yield _way("to" if slot.fate is Fate.LEAVES else "goes into", slot.other)
        return
    yield sentence(summary(spot, comparison.sight))
    yield from (sentence(c.message) for c in changes if c.kind == "touchpoint-retired")


def _said_after(
    spot: Spot | None, slot: Slot | None, changes: Sequence[Change], comparison: Comparison
) -> Iterator[str]:
    """What stands under an item that comes or is another now."""
    if slot is not None and slot.fate is Fate.ADDED:
        yield sentence(summary(spot, comparison.sight))
    if slot is not None and slot.fate is Fate.ARRIVES and slot.other is not None:
        yield _way("from", slot.other)
    whole = {Sort.MERGED, Sort.REPLACED, Sort.RENAMED, Sort.REORDERED}
    yield from (sentence(c.message) for c in changes if c.difference.sort in whole)


def _way(word: str, spot: Spot) -> str:
    stage = f" in {spot.stage.name}" if spot.stage and word != "goes into" else ""
    return f"{word} {spot.number}{stage}" if stage else f"{word} {spot.number} {spot.name}"
