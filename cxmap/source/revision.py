"""The files of a folder as a git revision has them, or as they are staged."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from os import fsdecode

from cxmap.source.git import Entry, Objects
from cxmap.source.tree import LARGEST, SUFFIXES, Unreadable, left_out, too_large

_MOST_LINKS = 8


@dataclass(frozen=True, slots=True)
class Revision:
    """Files out of git's objects.

    Attributes:
        entries: the files by path from the workspace's root.
        objects: their content.
        only: the files of a workspace that is nothing but these; None for all below the root.
    """

    entries: Mapping[str, Entry]
    objects: Objects
    only: tuple[str, ...] | None = None

    def paths(self, skip: Callable[[str, bool], bool]) -> list[str]:
        """The YAML files, sorted. Links to folders are left out."""
        if self.only is not None:
            return sorted(path for path in self.only if path in self.entries)
        found = (p for p in self.entries if p.endswith(SUFFIXES) and not self._is_folder(p))
        return sorted(left_out(found, skip))

    def read(self, path: str) -> bytes:
        """The bytes of a file; a link is followed where it stays in the workspace.

        Raises:
            Unreadable: it is missing, too large, or leads out of the workspace.
        """
        entry = self.entries.get(self._followed(path))
        if entry is None or entry.link:
            link = path in self.entries
            raise Unreadable(
                "this is a link that leads nowhere" if link else "there is no such file"
            )
        content = self.objects.read(entry.object, LARGEST)
        if isinstance(content, int):
            raise Unreadable(too_large(content))
        if content is None:
            raise Unreadable("git has lost what was in this file; `git fsck` says more")
        return content

    def _followed(self, path: str) -> str:
        for _ in range(_MOST_LINKS):
            entry = self.entries.get(path)
            if entry is None or not entry.link:
                return path
            target = self.objects.read(entry.object, LARGEST)
            to = fsdecode(target) if isinstance(target, bytes) else ""
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), to))
            if path.startswith(("/", "../")):
                message = "this is a link to a file outside the workspace, which is not read"
                raise Unreadable(message)
        raise Unreadable("this is a link that leads back to itself")

    def _is_folder(self, path: str) -> bool:
        if not self.entries[path].link:
            return False
        try:
            folder = f"{self._followed(path)}/"
        except Unreadable:
            return False
        return any(other.startswith(folder) for other in self.entries)
