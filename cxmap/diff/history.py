"""One touchpoint through the commits: what changed for customers, whatever it was called then."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial

from cxmap.diff.change import Change
from cxmap.diff.comparison import Comparison, compare_workspaces
from cxmap.loading.discover import SETTINGS_NAMES, Place
from cxmap.loading.workspace import Loaded, read
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.source import git
from cxmap.source.revision import Revision
from cxmap.source.tree import SUFFIXES, Disk

MOST_FILES = 200
"""Files of one commit that are looked at; one that changes more tidies up the repository."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit changed about a touchpoint.

    Attributes:
        commit: the commit; None for what is not committed yet.
        name: what the touchpoint was called after it.
        item: its path after it, such as `onboarding@current/welcome-letter`.
        changes: what changed, the worst first; empty where the touchpoint came with its whole map.
        first: the touchpoint was not there before.
    """

    commit: git.Commit | None
    name: str
    item: str
    changes: tuple[Change, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class _Trail:
    """Where the touchpoint is found at one point of the history."""

    journey: str
    touchpoint: str
    file: str


def history(loaded: Loaded, journey: Journey, touchpoint: Touchpoint) -> Iterator[Event]:
    """Follow a touchpoint back through git, newest first, across renames of ids, maps and files.

    Only files that a commit changed are read, and only of commits that changed the file with the
    map. Merges are told by the commits that they bring together. In a shallow clone it ends where
    that ends, before the event that is the `first`.

    Args:
        loaded: the workspace as it is on disk.
        journey: the map that the touchpoint stands in.
        touchpoint: the touchpoint.

    Raises:
        CxmapError: the workspace is in no git repository, or that has no commit yet.
    """
    place = loaded.place
    repository = git.repository(place.root)
    trail = _Trail(journey.path, touchpoint.id, journey.at("journey").path)
    with ExitStack() as stack:
        at = partial(_load, place, repository, stack.enter_context(git.objects(repository)))
        head = at(git.commit(repository, "HEAD"), (trail.file,))
        here = read(replace(place, narrowed=()), Disk(place.root, (trail.file,)), jobs=1)
        step = _step(_compare(head, here), None, trail)
        if step.event.changes or step.event.first:
            yield step.event
        if step.before is None:
            return
        trail = step.before
        for commit in git.log(repository):
            if trail.file not in commit.files:
                continue
            if not commit.parent and repository.shallow:
                return
            files = tuple(f for f in commit.files if f.endswith(SUFFIXES))[:MOST_FILES]
            files = tuple(dict.fromkeys((trail.file, *files)))
            before = at(commit.parent, files) if commit.parent else at("", ())
            step = _step(_compare(before, at(commit.id, files)), commit, trail)
            if step.event.changes or step.event.first:
                yield step.event
            if step.before is None:
                return
            trail = step.before


@dataclass(frozen=True, slots=True)
class _Step:
    """One commit: what it changed, and where the touchpoint was before; None where it was not."""

    event: Event
    before: _Trail | None


def _step(comparison: Comparison, commit: git.Commit | None, trail: _Trail) -> _Step:
    item = f"{trail.journey}/{trail.touchpoint}"
    changes = [
        change
        for change in comparison.changes
        if change.difference.after is not None and change.difference.after.item == item
    ]
    changes.sort(key=lambda change: change.level)
    before: _Trail | None = None
    name = trail.touchpoint
    for maps in comparison.maps:
        if maps.after.path != trail.journey:
            continue
        for pair in maps.touchpoints.pairs:
            if pair.after.id == trail.touchpoint:
                name = pair.after.what
                file = maps.before.at("journey").path
                before = _Trail(maps.before.path, pair.before.id, file)
    if before is None:
        name = next((change.difference.spot.name for change in changes), name)
    return _Step(Event(commit, name, item, tuple(changes), before is None), before)


def _compare(before: Loaded, after: Loaded) -> Comparison:
    return compare_workspaces(before, after, ("", ""))


def _load(
    place: Place,
    repository: git.Repository,
    objects: git.Objects,
    commit: str,
    files: tuple[str, ...],
) -> Loaded:
    """Some files of a commit, with the settings it had; nothing where there is no commit."""
    entries = git.files_at(repository, commit) if commit else {}
    settings = next((name for name in SETTINGS_NAMES if name in entries), None)
    kept = tuple(file for file in files if file in entries)
    there = replace(place, settings=settings, only=kept, narrowed=())
    return read(there, Revision(entries, objects, kept), jobs=1)
