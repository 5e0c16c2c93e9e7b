"""Where a new item belongs: which file, and which list of it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from cxmap.errors import CxmapError
from cxmap.loading.lookup import find_journey, find_stage
from cxmap.loading.workspace import Loaded
from cxmap.words import listed
from cxmap.writing.inserting import Way
from cxmap.writing.sorts import Sort


@dataclass(frozen=True, slots=True)
class Spot:
    """A list in a file.

    Attributes:
        path: the file, which need not be there.
        way: to the list.
        after: the number of the item that the new one stands behind; None for the last.
        taken: ids that are taken there.
    """

    path: str
    way: Way
    after: int | None = None
    taken: tuple[str, ...] = ()


def spot_of(loaded: Loaded, sort: Sort, where: str) -> Spot:
    """The list that an item of a sort belongs to.

    Args:
        loaded: the workspace.
        sort: what is added.
        where: `JOURNEY`, `JOURNEY/STAGE` or `JOURNEY@target/STAGE` for what stands in a journey.

    Raises:
        CxmapError: the place does not exist, or cannot be told.
    """
    if sort.section not in {"stages", "touchpoints"}:
        if where:
            raise CxmapError(f"a {sort.name} stands in no journey: leave `--in` out")
        items = getattr(loaded.workspace, sort.section)
        return Spot(_file_of(loaded, sort.section), (sort.section,), taken=items.ids())
    name, _, stage = where.partition("/")
    if not name:
        known = loaded.workspace.journey_ids
        if len(known) != 1:
            raise CxmapError(f"say where it belongs: `--in JOURNEY/STAGE`{_there_are(known)}")
        name = known[0]
    journey = find_journey(loaded.workspace, name)
    path = journey.at("journey").path
    _refuse_unsound(loaded, path)
    if sort.section == "stages":
        after = find_stage(journey, stage) if stage else None
        return Spot(path, ("stages",), after, tuple(s.id for s in journey.stages))
    if not stage and len(journey.stages) != 1:
        ids = [s.id for s in journey.stages]
        raise CxmapError(f"say in which stage: `--in {name}/STAGE`{_there_are(ids)}")
    number = find_stage(journey, stage) if stage else 0
    taken = tuple(touchpoint.id for touchpoint in journey.touchpoints())
    return Spot(path, ("stages", number, "touchpoints"), taken=taken)


def _there_are(known: "tuple[str, ...] | list[str]") -> str:
    return f"; there are: {listed(known, 20)}" if known else "; `cxmap new journey` makes one"


def _refuse_unsound(loaded: Loaded, path: str) -> None:
    outcome = loaded.outcomes.get(path)
    if outcome and (outcome.lost or any(f.rule == "yaml-syntax" for f in outcome.findings)):
        message = f"{path} has errors that hide items of it; mend them first (`cxmap validate`)"
        raise CxmapError(message)


def _file_of(loaded: Loaded, section: str) -> str:
    """The file that holds most of a section; else one that is there for such things."""
    counts: Counter[str] = Counter()
    for path, outcome in sorted(loaded.outcomes.items()):
        held = len(getattr(outcome.model, section)) if outcome.model else 0
        if held:
            counts[path] = held
    if counts:
        path = counts.most_common(1)[0][0]
        _refuse_unsound(loaded, path)
        return path
    if loaded.place.only:
        return loaded.place.only[0]
    folder = _common_folder(loaded)
    if folder is not None:
        return f"{folder}/{section}.yaml"
    return "actions.yaml" if section == "actions" else "library.yaml"


def _common_folder(loaded: Loaded) -> str | None:
    """The folder in which teams, metrics and so on are kept, where there is one."""
    folders: Counter[str] = Counter()
    for path, outcome in loaded.outcomes.items():
        if outcome.model and outcome.model.journey is None and "/" in path:
            folders[PurePosixPath(path).parent.as_posix()] += 1
    return min(folders, key=lambda f: (-folders[f], f)) if folders else None
