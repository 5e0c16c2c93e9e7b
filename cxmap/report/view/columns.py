"""Two versions of a map side by side: stages as columns, touchpoints in the places they share."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from cxmap.diff.comparison import Comparison
from cxmap.diff.difference import Spot
from cxmap.diff.maps import stage_spots, touchpoint_spots
from cxmap.diff.matching import Maps
from cxmap.model.journey import Journey

Key = TypeVar("Key", bound=Hashable)


class Fate(Enum):
    """What becomes of a touchpoint at its place on the map."""

    STAYS = "stays"
    ADDED = "added"
    REMOVED = "removed"
    LEAVES = "moves away"
    ARRIVES = "moves here"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Slot:
    """A touchpoint as it was and as it is, where both stand in one stage; else one of them.

    Attributes:
        before: the touchpoint as it was.
        after: the touchpoint as it is.
        fate: what becomes of it here.
        other: where it went to or came from, where it moved or was merged.
    """

    before: Spot | None
    after: Spot | None
    fate: Fate
    other: Spot | None = None

    @property
    def spot(self) -> Spot:
        """The touchpoint as it is, else as it was."""
        found = self.after or self.before
        if found is None:
            raise LookupError("a slot stands for a touchpoint")
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """A stage as it was and as it is, with the touchpoints of both."""

    before: Spot | None
    after: Spot | None
    slots: tuple[Slot, ...]

    @property
    def spot(self) -> Spot:
        """The stage as it is, else as it was."""
        found = self.after or self.before
        if found is None:
            raise LookupError("a column stands for a stage")
        return found


def columns(comparison: Comparison, journey: Journey) -> tuple[Column, ...]:
    """The stages of a map in both versions, in the order of the later one.

    What is gone stands behind what it stood behind. A touchpoint that moved stands in both stages.

    Args:
        comparison: what the map is compared with.
        journey: the map as it is, or as it was where it is gone.
    """
    maps = comparison.maps_of(journey)
    if maps is not None:
        return tuple(_columns(maps.before, maps.after, maps))
    is_new = any(journey is found for found in comparison.sight.now.workspace.journeys)
    return tuple(_columns(None, journey, None) if is_new else _columns(journey, None, None))


def _columns(before: Journey | None, after: Journey | None, maps: Maps | None) -> Iterator[Column]:
    old_stages, new_stages = (stage_spots(j) if j else {} for j in (before, after))
    old, new = (touchpoint_spots(j) if j else {} for j in (before, after))
    became = {p.before.id: p.after.id for p in maps.stages.pairs} if maps else {}
    same = {p.before.id: p.after.id for p in maps.touchpoints.pairs} if maps else {}
    went = {p.before.id: p.after.id for p in maps.touchpoints.merged} if maps else {}
    came = {to: one for one, to in same.items()}
    for was, now in interleaved(list(old_stages), list(new_stages), became):
        slots = []
        for one, other in interleaved(_in_stage(old, was), _in_stage(new, now), same):
            if one is not None and other is not None:
                slots.append(Slot(old[one], new[other], Fate.STAYS))
            elif other is not None:
                from_ = came.get(other)
                if from_ is None:
                    slots.append(Slot(None, new[other], Fate.ADDED))
                else:
                    slots.append(Slot(None, new[other], Fate.ARRIVES, old[from_]))
            elif one is not None:
                slots.append(_gone(old[one], new, same.get(one), went.get(one)))
        yield Column(
            old_stages[was] if was is not None else None,
            new_stages[now] if now is not None else None,
            tuple(slots),
        )


def _gone(was: Spot, new: Mapping[str, Spot], to: str | None, into: str | None) -> Slot:
    if to is not None:
        return Slot(was, None, Fate.LEAVES, new[to])
    if into is not None:
        return Slot(was, None, Fate.MERGED, new[into])
    return Slot(was, None, Fate.REMOVED)


def _in_stage(spots: Mapping[str, Spot], stage: str | None) -> list[str]:
    return [i for i, spot in spots.items() if spot.stage is not None and spot.stage.id == stage]


def interleaved(
    before: Sequence[Key], after: Sequence[Key], became: Mapping[Key, Key]
) -> list[tuple[Key | None, Key | None]]:
    """Two lists as one: the later in its order, what it has no more behind what it stood behind.

    Args:
        before: the one.
        after: the other.
        became: which of the one is which of the other.
    """
    here, there = set(before), set(after)
    came = {new: old for old, new in became.items() if old in here and new in there}
    rows: list[tuple[Key | None, Key | None]] = [(came.get(new), new) for new in after]
    stayed = set(came.values())
    behind = 0
    for old in before:
        if old not in stayed:
            rows.insert(behind, (old, None))
        behind = next(n for n, row in enumerate(rows, 1) if row[0] == old and old is not None)
    return rows
