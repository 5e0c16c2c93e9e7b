"""What differs between two workspaces, or between a current map and its target: facts only."""

from collections.abc import Iterator

from cxmap.diff.difference import Difference, Sort, spot_of_journey
from cxmap.diff.library import library_differences
from cxmap.diff.maps import map_differences
from cxmap.diff.matching import Maps, Matched, match_maps
from cxmap.diff.sides import Sides
from cxmap.model.journey import Journey
from cxmap.model.meaning import Names
from cxmap.model.workspace import Workspace


def differences(matched: Matched) -> Iterator[Difference]:
    """What differs between two workspaces: maps that are gone, the maps in order, the rest."""
    sides = Sides(matched)
    for journey in matched.removed:
        yield Difference(Sort.REMOVED, spot_of_journey(journey), None)
    order = {journey.path: place for place, journey in enumerate(matched.after.journeys)}
    maps: list[Maps | Journey] = sorted(
        [*matched.maps, *matched.added],
        key=lambda found: order[(found.after if isinstance(found, Maps) else found).path],
    )
    same_names = sides.same_names()
    for found in maps:
        if isinstance(found, Journey):
            yield Difference(Sort.ADDED, None, spot_of_journey(found))
        elif not (same_names and found.before is found.after):
            yield from map_differences(found, *sides.of(found))
    if not (same_names and _same_library(matched)):
        yield from library_differences(matched, *sides.library())


def _same_library(matched: Matched) -> bool:
    """Whether everything outside maps is taken over as it was: the files have not changed."""
    before, after = matched.before, matched.after
    if before.strategy is not after.strategy or len(before.readings) != len(after.readings):
        return False
    if any(one is not other for one, other in zip(before.readings, after.readings, strict=True)):
        return False
    return all(
        not found.added and not found.removed and all(p.before is p.after for p in found.pairs)
        for found in matched.library.values()
    )


def match_target(
    workspace: Workspace, current: Journey, target: Journey, *, guess: bool = True
) -> Matched:
    """A current map and its target, with which of their parts belong together."""
    names = Names(workspace)
    maps = match_maps(current, target, names, names, guess=guess)
    return Matched(workspace, workspace, (maps,))


def differences_to_target(matched: Matched) -> Iterator[Difference]:
    """What a target changes, for what `match_target` found."""
    sides = Sides(matched)
    for maps in matched.maps:
        yield from map_differences(maps, *sides.of(maps), aim=True)
