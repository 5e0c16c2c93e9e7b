"""Reading a workspace for a command, with standard input and progress."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from cxmap.errors import CxmapError
from cxmap.words import count, listed

if TYPE_CHECKING:
    from cxmap.loading.discover import Place
    from cxmap.loading.workspace import Loaded
    from cxmap.source.tree import Disk, Tree

STDIN = "-"


def place_and_tree(
    paths: Sequence[Path] | None, stdin_filename: str | None
) -> "tuple[Place, Disk]":
    """The workspace that was named, with standard input in the place of a file.

    Raises:
        CxmapError: a path does not exist, or standard input is not UTF-8 or has no name to go by.
    """
    from cxmap.loading.discover import Place, locate
    from cxmap.source.tree import Disk

    named = list(paths or [])
    if Path(STDIN) not in named:
        place = locate(named)
        return place, Disk(place.root, place.only)
    if len(named) > 1:
        raise CxmapError("`-` stands alone: name no other files beside it")
    text = sys.stdin.buffer.read()
    if stdin_filename is None:
        place = Place(Path.cwd(), None, ("stdin.yaml",), ("stdin.yaml",))
        return place, Disk(place.root, place.only, {"stdin.yaml": text})
    file = Path(stdin_filename).absolute()
    if not file.parent.is_dir():
        raise CxmapError(f"there is no folder {Path(stdin_filename).parent}")
    place = locate([file.parent])
    name = (file.parent.resolve() / file.name).relative_to(place.root).as_posix()
    place = Place(place.root, place.settings, None, (name,))
    return place, Disk(place.root, None, {name: text})


def read_workspace(
    place: "Place", tree: "Tree", jobs: int | None, before: "Loaded | None" = None
) -> "Loaded":
    """Read a workspace; what has not changed since before is not read again.

    Raises:
        CxmapError: there is nothing of ours in it.
    """
    import gc

    gc.disable()  # everything that is read is kept, so that looking for garbage only costs time
    from cxmap.loading.workspace import read

    with Progress() as progress:
        loaded = read(place, tree, jobs=jobs, tick=progress.tick, before=before)
    told = (finding.span.path for finding in loaded.findings)
    if not any(map(place.reports, (*loaded.outcomes, *told, *_named_settings(place)))):
        raise CxmapError(nothing_to_read(place, loaded))
    return loaded


def _named_settings(place: "Place") -> Sequence[str]:
    """The settings, where they are what is to be checked: alone they are no maps."""
    return (place.settings,) if place.settings in place.narrowed else ()


def nothing_to_read(place: "Place", loaded: "Loaded") -> str:
    """Why there is nothing of ours in a workspace, and what to do."""
    from cxmap.loading.discover import is_workspace, skipper
    from cxmap.source.tree import Disk

    where = ", ".join(place.narrowed) or place.root.name or place.root
    text = f"nothing to read: no journey map in {where}"
    exclude = loaded.settings.exclude
    left_out = skipper(place.root, ())
    inside: list[str] = []

    def skip(path: str, is_folder: bool) -> bool:  # noqa: FBT001 (as `Tree.paths` calls it)
        if is_folder and is_workspace(place.root / path):
            inside.append(path)
        return left_out(path, is_folder)

    everything = {p for p in Disk(place.root, place.only).paths(skip) if place.reports(p)}
    if exclude and everything - {place.settings or ""}:
        globs = ", ".join(f"`{glob}`" for glob in exclude)
        return f"{text}, but for what `exclude` in {place.settings} leaves out: {globs}"
    if inside:
        names = listed(sorted(inside), 4)
        return f"{text}; it holds {count(len(inside), 'workspace')}, name one: {names}"
    if loaded.outcomes:
        return f"{text}; leave it out of the command to check the whole workspace"
    others = count(loaded.skipped, "other YAML file was", "other YAML files were")
    left = f"; {others} left alone" if loaded.skipped else ""
    return f"{text}{left}; `cxmap init` makes a first one"


class Progress:
    """A line on standard error that counts, on a terminal and once a run lasts over a second."""

    def __init__(self) -> None:
        self._shown = False
        self._next = time.monotonic() + 1
        self._wanted = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    @property
    def tick(self) -> Callable[[int], None]:
        """To be called with how many files are done."""
        return self._tick if self._wanted else _nothing

    def _tick(self, done: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._shown = True
            self._next = now + 0.1
            sys.stderr.write(f"\rreading: {done:,} files\033[K")
            sys.stderr.flush()


def _nothing(_: int) -> None:
    """Nobody watches."""
