"""Where files come from: a folder on disk, or memory.

A tree lists the YAML files below it and reads them; nothing outside its root is ever read.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cxmap.errors import CxmapError

SUFFIXES = (".yaml", ".yml")
LARGEST = 10_000_000
"""Bytes a file may have to be read."""
MOST_FOLDERS = 20_000
"""Folders that are looked into: a whole disk is no workspace."""


class Unreadable(Exception):  # noqa: N818 (it is no failure of the program)
    """A file that cannot be read; the text says why in plain words."""


class Locked(Unreadable):
    """A folder that cannot be looked into, so that nobody knows what it holds."""


class Tree(Protocol):
    """A set of files by POSIX path."""

    def paths(self, skip: Callable[[str, bool], bool]) -> list[str]:
        """The YAML files, sorted; `skip(path, is_folder)` leaves out files and whole folders."""

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            Unreadable: it cannot be read, or should not be.
        """


@dataclass(frozen=True, slots=True)
class Memory:
    """Files that are held in memory, for tests and for unsaved text."""

    files: Mapping[str, bytes]

    def paths(self, skip: Callable[[str, bool], bool]) -> list[str]:
        """The YAML files, sorted."""
        return sorted(left_out((p for p in self.files if p.endswith(SUFFIXES)), skip))

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        if path not in self.files:
            raise Unreadable("there is no such file")
        return self.files[path]


@dataclass(frozen=True, slots=True)
class Disk:
    """The files below a folder.

    Attributes:
        root: the folder.
        only: the files of a workspace that is nothing but these; None for all below the root.
        over: text that stands for files as they are not yet saved, by path.
    """

    root: Path
    only: tuple[str, ...] | None = None
    over: Mapping[str, bytes] = field(default_factory=dict)

    def paths(self, skip: Callable[[str, bool], bool]) -> list[str]:
        """The YAML files below the root, sorted. Links to folders are not followed.

        A folder that cannot be looked into stands in the list itself.

        Raises:
            CxmapError: there are too many folders, or not even the root can be looked into.
        """
        if self.only is not None:
            return sorted({*self.only, *self.over})
        found: set[str] = {p for p in self.over if p.endswith(SUFFIXES)}
        folders = [("", self.root)]
        looked = 0
        while folders:
            prefix, folder = folders.pop()
            looked += 1
            if looked > MOST_FOLDERS:
                raise CxmapError(
                    f"there are more than {MOST_FOLDERS:,} folders below {self.root}: name the"
                    " one your maps are in, or leave others out by `exclude` in a cxmap.yaml"
                )
            try:
                entries = list(os.scandir(folder))
            except OSError as error:
                if not prefix:
                    raise CxmapError(f"{self.root} {_unlisted(error)}") from None
                found.add(prefix.rstrip("/"))
                continue
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith(".") and not skip(path, True):  # noqa: FBT003
                        folders.append((path + "/", Path(entry.path)))
                elif (
                    entry.name.endswith(SUFFIXES)
                    and not skip(path, False)  # noqa: FBT003
                    and not _is_folder(entry)
                ):
                    found.add(path)
        return sorted(found)

    def read(self, path: str) -> bytes:
        """The bytes of a file below the root.

        Raises:
            Unreadable: it is missing, no ordinary file, too large, or leads out of the workspace.
        """
        if path in self.over:
            return self.over[path]
        full = os.path.join(self.root, path)  # noqa: PTH118 (pathlib takes longer than reading)
        try:
            kind = os.lstat(full)
            if stat.S_ISLNK(kind.st_mode):
                self._inside(Path(full))
                kind = os.stat(full)  # noqa: PTH116 (the same)
            if stat.S_ISDIR(kind.st_mode):
                raise _folder(full)
            if not stat.S_ISREG(kind.st_mode):
                raise Unreadable("this is not an ordinary file")
            if kind.st_size > LARGEST:
                raise Unreadable(too_large(kind.st_size))
            with open(full, "rb", buffering=0) as file:  # noqa: PTH123 (the same)
                return file.read()
        except OSError as error:
            raise Unreadable(_why(error, Path(full))) from None

    def _inside(self, link: Path) -> None:
        try:
            target = link.resolve()
        except RuntimeError:  # up to Python 3.12
            raise Unreadable("this is a link that leads back to itself") from None
        if not target.is_relative_to(self.root.resolve()):
            raise Unreadable("this is a link to a file outside the workspace, which is not read")


def left_out(paths: Iterable[str], skip: Callable[[str, bool], bool]) -> Iterator[str]:
    """The paths of a tree that is not on disk, without those skipped or below a hidden folder."""
    known: dict[str, bool] = {}

    def is_left_out(folder: str) -> bool:
        if folder not in known:
            hidden = folder.rpartition("/")[2].startswith(".")
            known[folder] = hidden or skip(folder, True)  # noqa: FBT003
        return known[folder]

    for path in paths:
        parts = path.split("/")
        above = ("/".join(parts[:n]) for n in range(1, len(parts)))
        if not any(map(is_left_out, above)) and not skip(path, False):  # noqa: FBT003
            yield path


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _folder(path: str) -> Unreadable:
    try:
        os.scandir(path).close()
    except OSError as error:
        return Locked(f"this folder {_unlisted(error)}")
    return Unreadable("this is a folder")


def _unlisted(error: OSError) -> str:
    return f"cannot be looked into: {(error.strerror or 'unknown reason').lower()}"


def too_large(size: int) -> str:
    """Why a file of so many bytes is not read."""
    return f"the file has {size / 1e6:,.0f} MB, more than the {LARGEST / 1e6:.0f} MB that are read"


def _why(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return "this is a link that leads nowhere" if path.is_symlink() else "there is no such file"
    if isinstance(error, PermissionError):
        return "the file cannot be read: permission denied"
    if "ymbolic link" in str(error):
        return "this is a link that leads back to itself"
    return f"the file cannot be read: {error.strerror or 'unknown reason'}"
