"""What differs between two versions of a map."""

from collections.abc import Iterator, Mapping

from cxmap.diff.answers import Side, answered_otherwise
from cxmap.diff.difference import (
    Difference,
    Sort,
    Spot,
    spot_of_journey,
    spot_of_stage,
    spot_of_touchpoint,
)
from cxmap.diff.identity import Link, Match, Pair
from cxmap.diff.matching import Maps
from cxmap.diff.order import moved
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint

Spots = Mapping[str, Spot]

_SORTS = {Link.REPLACES: Sort.REPLACED, Link.GUESS: Sort.RENAMED}


def map_differences(maps: Maps, was: Side, now: Side, *, aim: bool = False) -> Iterator[Difference]:
    """What differs, in the order of the map as it is, what is gone at the place it had.

    Args:
        maps: the two versions, matched.
        was: how names are read before.
        now: how names are read after.
        aim: the one is the current map and the other its target.
    """
    before, after = spot_of_journey(maps.before), spot_of_journey(maps.after)
    if maps.before.id != maps.after.id:
        yield Difference(Sort.RENAMED, before, after)
    yield from answered_otherwise(before, after, was, now, aim=aim)
    stages = stage_spots(maps.before), stage_spots(maps.after)
    touchpoints = touchpoint_spots(maps.before), touchpoint_spots(maps.after)
    found = [
        *_items(maps.stages, stages, was, now, aim=aim),
        *_items(maps.touchpoints, touchpoints, was, now, aim=aim),
        *_order(maps.stages, stages),
        *_places(maps, touchpoints),
    ]
    yield from sorted(found, key=_by_place)


def stage_spots(journey: Journey) -> Spots:
    """The stages of a map by id, each with where it stands."""
    found: dict[str, Spot] = {}
    for place, stage in enumerate(journey.stages, 1):
        found.setdefault(stage.id, spot_of_stage(journey, stage, place))
    return found


def touchpoint_spots(journey: Journey) -> Spots:
    """The touchpoints of a map by id, each with where it stands."""
    found: dict[str, Spot] = {}
    for s, stage in enumerate(journey.stages, 1):
        for t, touchpoint in enumerate(stage.touchpoints, 1):
            spot = spot_of_touchpoint(journey, stage, touchpoint, s, t)
            found.setdefault(touchpoint.id, spot)
    return found


def _items(
    match: Match[Stage] | Match[Touchpoint],
    spots: tuple[Spots, Spots],
    was: Side,
    now: Side,
    *,
    aim: bool,
) -> Iterator[Difference]:
    """Which items came, went and got another id, and what those that stayed answer otherwise."""
    before, after = spots
    for item in match.removed:
        yield Difference(Sort.REMOVED, before[item.id], None)
    for item in match.added:
        yield Difference(Sort.ADDED, None, after[item.id])
    for pair in match.merged:
        yield Difference(Sort.MERGED, before[pair.before.id], after[pair.after.id])
    for pair in match.split:
        yield Difference(Sort.SPLIT, before[pair.before.id], after[pair.after.id])
    for pair in match.pairs:
        one, other = before[pair.before.id], after[pair.after.id]
        if pair.link is not Link.ID:
            yield Difference(_SORTS[pair.link], one, other)
        yield from answered_otherwise(one, other, was, now, aim=aim)


def _order(match: Match[Stage], spots: tuple[Spots, Spots]) -> Iterator[Difference]:
    yield from _reordered(match.pairs, *spots)


def _places(maps: Maps, spots: tuple[Spots, Spots]) -> Iterator[Difference]:
    """Which touchpoints stand in another stage, or elsewhere in theirs."""
    same = {pair.before.id: pair.after.id for pair in maps.stages.pairs}
    stayed: dict[str, list[Pair[Touchpoint]]] = {}
    for pair in maps.touchpoints.pairs:
        one, other = spots[0][pair.before.id], spots[1][pair.after.id]
        if one.stage is None or other.stage is None:
            continue
        if same.get(one.stage.id) == other.stage.id:
            stayed.setdefault(other.stage.id, []).append(pair)
        else:
            yield Difference(Sort.MOVED, one, other)
    for pairs in stayed.values():
        yield from _reordered(pairs, *spots)


def _reordered(
    pairs: "tuple[Pair[Stage], ...] | list[Pair[Touchpoint]]", before: Spots, after: Spots
) -> Iterator[Difference]:
    # One name for both of a pair, so that the way back moves the same items.
    names = {"\0".join(sorted({p.before.id, p.after.id})): p for p in pairs}
    old = sorted(names, key=lambda name: before[names[name].before.id].place)
    new = sorted(names, key=lambda name: after[names[name].after.id].place)
    for name in sorted(moved(old, new)):
        pair = names[name]
        yield Difference(Sort.REORDERED, before[pair.before.id], after[pair.after.id])


_STAGE = 0


def _by_place(difference: Difference) -> tuple[int, int, int]:
    """Stage by stage: what a stage is itself about, then its touchpoints; what is gone first."""
    spot = difference.spot
    stage, _, touchpoint = spot.number.partition(".")
    return int(stage), int(touchpoint or _STAGE), difference.after is not None
