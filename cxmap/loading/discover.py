"""Which workspace some paths mean, and which of its files are ours."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from os.path import exists, isfile, lexists
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.errors import CxmapError
from cxmap.loading.globs import patterns

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SETTINGS_NAMES = ("cxmap.yaml", "cxmap.yml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to read.

    Attributes:
        root: the workspace's folder.
        settings: the name of its file of settings, or None where it has none.
        only: the files that are the whole workspace, where files were named and no settings
            are above them; None for all files below the root.
        narrowed: files and folders that were named, relative to the root; findings about others
            are not reported. Empty where the root itself was named.
    """

    root: Path
    settings: str | None
    only: tuple[str, ...] | None = None
    narrowed: tuple[str, ...] = ()

    def reports(self, path: str) -> bool:
        """Whether findings about a file are asked for."""
        if not self.narrowed:
            return True
        return any(path == name or path.startswith(f"{name}/") for name in self.narrowed)


def locate(paths: Sequence[Path]) -> Place:
    """The workspace that some files or folders belong to.

    It is the nearest folder upward that holds `cxmap.yaml`, or else what was named itself.

    Raises:
        CxmapError: a path does not exist, or two of them belong to different workspaces.
    """
    named = [_existing(path) for path in paths] or [Path.cwd()]
    roots = {path: _root_of(path) for path in named}
    found = {root for root in roots.values() if root is not None}
    if len(found) > 1 or (found and None in roots.values()):
        one, other = (str(p) for p in list(paths)[:2])
        raise CxmapError(f"{one} and {other} are in different workspaces; name one at a time")
    if found:
        root = found.pop()
        settings = next(n for n in SETTINGS_NAMES if (root / n).is_file())
        narrowed = tuple(p.relative_to(root).as_posix() for p in named)
        return Place(root, settings, narrowed=() if "." in narrowed else narrowed)
    if len(named) == 1 and named[0].is_dir():
        return Place(named[0], None)
    if any(path.is_dir() for path in named):
        message = "these folders and files have no `cxmap.yaml` above them; name one at a time"
        raise CxmapError(message)
    root = _common_folder(named)
    only = tuple(p.relative_to(root).as_posix() for p in named)
    return Place(root, None, only=only, narrowed=only)


def _common_folder(files: Sequence[Path]) -> Path:
    root = files[0].parent
    while not all(file.is_relative_to(root) for file in files):
        root = root.parent
    return root


def _existing(path: Path) -> Path:
    full = path.absolute()
    if not lexists(full):
        raise CxmapError(f"there is no file or folder {path}")
    if full.is_dir():
        return full.resolve()
    return full.parent.resolve() / full.name


def _root_of(path: Path) -> Path | None:
    folders = (path, *path.parents) if path.is_dir() else path.parents
    for folder in folders:
        if is_workspace(folder):
            return folder
    return None


def is_workspace(folder: Path) -> bool:
    """Whether a folder has settings of its own."""
    return any(_is_file(folder / name) for name in SETTINGS_NAMES)


def _is_file(path: Path) -> bool:
    return isfile(path)  # noqa: PTH113 (pathlib raises where one may not look)


def _exists(path: Path) -> bool:
    return exists(path)  # noqa: PTH110 (the same)


def skipper(root: Path, exclude: Sequence[str]) -> Callable[[str, bool], bool]:
    """What to leave out: the globs of `exclude`, what git ignores, and what stands by itself.

    A workspace inside this one stands by itself, and so does another checkout, such as a submodule
    or a work tree: no revision of this repository has its files.

    Args:
        root: the workspace's folder.
        exclude: globs relative to it.

    Returns:
        a function of a POSIX path below the root and whether it is a folder.
    """
    excluded = matcher(exclude)
    above = tuple(_ignore_files_above(root))
    below: dict[str, tuple[tuple[int, GitIgnoreSpec], ...]] = {}

    def down_to(folder: str) -> tuple[tuple[int, "GitIgnoreSpec"], ...]:
        """The ignore files on the way to a folder, with the length of the way to each."""
        if folder not in below:
            higher = down_to(folder.rpartition("/")[0]) if folder else ()
            own = _ignore_file(root / folder)
            way = len(folder) + 1 if folder else 0
            below[folder] = higher if own is None else (*higher, (way, own))
        return below[folder]

    def skip(path: str, is_folder: bool) -> bool:  # noqa: FBT001 (as `Tree.paths` calls it)
        asked = f"{path}/" if is_folder else path
        if excluded(asked) or (is_folder and excluded(f"{path}/x")):
            return True
        if is_folder and (is_workspace(root / path) or _exists(root / path / ".git")):
            return True
        ignored: bool | None = None
        for prefix, ignore in above:
            ignored = _verdict(ignore, prefix + asked, ignored)
        for before, ignore in down_to(path.rpartition("/")[0]):
            ignored = _verdict(ignore, asked[before:], ignored)
        return bool(ignored)

    return skip


def matcher(globs: Sequence[str]) -> Callable[[str], bool]:
    """Tell whether a POSIX path matches one of some globs, written as in `.gitignore`."""
    return patterns(globs).match_file if globs else lambda _: False


def _verdict(spec: "GitIgnoreSpec", path: str, before: bool | None) -> bool | None:  # noqa: FBT001
    verdict = spec.check_file(path).include
    return before if verdict is None else verdict


def _ignore_files_above(root: Path) -> list[tuple[str, "GitIgnoreSpec"]]:
    """`.gitignore` files between the top of the git checkout and the root, outermost first."""
    found = []
    prefix = ""
    folder = root
    while not _exists(folder / ".git"):
        if folder.parent == folder:
            return []
        prefix = f"{folder.name}/{prefix}"
        folder = folder.parent
        spec = _ignore_file(folder)
        if spec is not None:
            found.append((prefix, spec))
    return found[::-1]


@cache
def _ignore_file(folder: Path) -> "GitIgnoreSpec | None":
    try:
        text = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return patterns(text.splitlines())


_TOP_KEY = re.compile(r"""^["']?([^\W_][\w-]*)["']?[ \t]*:(?=\s|$)""", re.MULTILINE)


def top_keys(text: str) -> list[str]:
    """The keys at column 1 of a text, without reading it as YAML; for a first look."""
    return _TOP_KEY.findall(text)
