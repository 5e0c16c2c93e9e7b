"""Putting a target in the place of today's map, without losing a file."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cxmap.commands._changing import barred, show_changes, write_changes
from cxmap.commands._reading import place_and_tree, read_workspace
from cxmap.errors import CxmapError
from cxmap.words import count, listed

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded
    from cxmap.model.journey import Journey
    from cxmap.source.tree import Disk
    from cxmap.writing.following import Followed


@dataclass(frozen=True, slots=True)
class _Promotion:
    """What is to be done.

    Attributes:
        target: the target.
        path: the file of today's map from now on.
        source: the file of the target, which goes.
        after: the files that are written, by path.
        followed: what became of references.
    """

    target: "Journey"
    path: str
    source: str
    after: Mapping[str, bytes]
    followed: "Followed"


def run(name: str, today: date, *, diff: bool) -> None:
    """Promote a journey's target, or show what that would change.

    Raises:
        CxmapError: there is no target, or somebody has to settle something first.
    """
    place, tree = place_and_tree(None, None)
    loaded = read_workspace(place, tree, None)
    done = _promotion(loaded, tree, name, today)
    before = {path: tree.read(path) for path in done.after if _exists(tree, path)}
    if diff:
        goes = {} if done.source == done.path else {done.source: b""}
        show_changes({**before, done.source: tree.read(done.source)}, {**done.after, **goes})
        return
    _refuse_links(loaded, done)
    copies = _copies(loaded, tree, done, today)
    write_changes(tree, before, {**copies, **done.after})
    if done.source != done.path:
        (tree.root / done.source).unlink()
    sys.stdout.write(f"{done.path}: {done.target.label} is today's map now\n")
    sys.stdout.flush()
    for line in _told(loaded, done, copies):
        typer.echo(line, err=True)


def _promotion(loaded: "Loaded", tree: "Disk", name: str, today: date) -> _Promotion:
    from cxmap.loading.lookup import find_journey
    from cxmap.loading.workspace import read
    from cxmap.source.editing import encoded
    from cxmap.writing.change import new_findings, refuse_errors
    from cxmap.writing.following import Followed, follow
    from cxmap.writing.promoting import current_name, promoted

    journey = find_journey(loaded.workspace, name)
    target = loaded.workspace.map_of(journey.id, "target")
    if target is None:
        hint = f"`cxmap new target {journey.id} --from-current` starts one"
        raise CxmapError(f"{journey.label} has no target map; {hint}")
    current = loaded.workspace.map_of(journey.id)
    source = target.at("journey").path
    _refuse_unsound(loaded, [source, *([current.at("journey").path] if current else [])])
    if current is None:
        marked = any(".current." in path for path in loaded.documents)
        path, old = current_name(source, marked=marked), ""
        path = source if path != source and _exists(tree, path) else path
        followed = Followed({}, (), ())
    else:
        path = current.at("journey").path
        old = loaded.documents[path].text
        followed = follow(loaded.workspace, loaded.documents, current, target, today)
    if followed.stuck:
        raise CxmapError("; ".join(followed.stuck))
    text = promoted(loaded.documents[source].text, old, today, current)
    after = {path: encoded(text, tree.read(source))}
    after |= {other: encoded(new, tree.read(other)) for other, new in followed.texts.items()}
    gone = {source: b""} if source != path else {}
    over = replace(tree, over={**tree.over, **after, **gone})
    refuse_errors(new_findings(loaded, read(loaded.place, over, before=loaded)))
    return _Promotion(target, path, source, after, followed)


def _exists(tree: "Disk", path: str) -> bool:
    return (tree.root / path).exists() or (tree.root / path).is_symlink()


def _refuse_unsound(loaded: "Loaded", paths: list[str]) -> None:
    from cxmap.finding import Severity

    for finding in loaded.findings:
        if finding.severity is Severity.ERROR and finding.span.path in paths:
            where = f"{finding.span.path}:{finding.span.line}"
            raise CxmapError(f"{where}: {finding.message}; mend this first")


def _refuse_links(loaded: "Loaded", done: _Promotion) -> None:
    why_not = barred(loaded.place.root)
    for path in (done.source, *done.after):
        if why := why_not(path):
            raise CxmapError(f"{path} is left as it is: {why}")


def _copies(loaded: "Loaded", tree: "Disk", done: _Promotion, today: date) -> Mapping[str, bytes]:
    """The maps that git does not have as they are, under names that no map has."""
    copies = {}
    for path in sorted({done.path, done.source}):
        if _exists(tree, path) and not _is_committed(loaded.place.root, path, tree.read(path)):
            copies[_free(tree, f"{path}.before-{today.isoformat()}")] = tree.read(path)
    return copies


def _is_committed(root: Path, path: str, data: bytes) -> bool:
    """Whether the last commit holds a file as it is; line ends may differ, as git turns them."""
    from cxmap.source import git
    from cxmap.source.tree import LARGEST

    try:
        repository = git.repository(root)
        entry = git.files_at(repository, "HEAD").get(path)
        if entry is None:
            return False
        with git.objects(repository) as objects:
            known = objects.read(entry.object, LARGEST)
    except CxmapError:  # no git, no repository or no commit
        return False
    return isinstance(known, bytes) and _plain(known) == _plain(data)


def _plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _free(tree: "Disk", name: str) -> str:
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(n for n in names if not _exists(tree, n))


def _told(loaded: "Loaded", done: _Promotion, copies: Mapping[str, bytes]) -> list[str]:
    lines = list(done.followed.told)
    if copies:
        kept = listed(list(copies))
        lines.append(f"git does not have what was there, so it is kept: {kept}")
    workspace, identity = loaded.workspace, done.target.id
    about = {f"{identity}/{touchpoint.id}" for touchpoint in done.target.touchpoints()}
    still = [a.id for a in workspace.actions if a.open and about.intersection(a.touchpoints)]
    if done.target.status == "draft":
        lines.append("the map is still a draft: take `status: draft` out once it is agreed")
    if still:
        noun = count(len(still), "action")
        lines.append(f"not live yet, though the map now says so: {noun} ({listed(still)})")
    return lines
