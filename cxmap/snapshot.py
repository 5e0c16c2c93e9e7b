"""The files of a workspace at one moment, and a mark that any change of them changes."""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from cxmap.source.tree import Disk, Unreadable

if TYPE_CHECKING:
    from cxmap.loading.discover import Place


class Snapshot:
    """A tree whose files are read once; see `cxmap.source.tree.Tree`."""

    def __init__(self, tree: Disk, place: "Place") -> None:
        """Read every YAML file that may belong to a workspace.

        Args:
            tree: the files on disk.
            place: the workspace, for files that were named and files of settings.
        """
        from cxmap.loading.discover import skipper

        digest = hashlib.sha256()
        files: dict[str, bytes | Unreadable] = {}
        listed = tree.paths(skipper(place.root, ()))
        named = (p for p in place.narrowed if place.only or p.endswith((".yaml", ".yml")))
        for path in sorted({*listed, *named, *([place.settings] if place.settings else ())}):
            try:
                files[path] = data = tree.read(path)
            except Unreadable as why:
                files[path], data = why, str(why).encode()
            digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(data).digest())
        self._files = files
        self._listed = listed
        self.mark = digest.hexdigest()
        """Changes with any path and any byte."""

    def paths(self, skip: Callable[[str, bool], bool]) -> list[str]:
        """The YAML files, sorted, without what is left out."""
        return [path for path in self._listed if not _is_skipped(path, skip)]

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            Unreadable: it could not be read.
        """
        found = self._files.get(path)
        if found is None:
            raise Unreadable("there is no such file")
        if isinstance(found, Unreadable):
            raise found
        return found


def _is_skipped(path: str, skip: Callable[[str, bool], bool]) -> bool:
    parts = path.split("/")
    folders = ("/".join(parts[:n]) for n in range(1, len(parts)))
    return any(skip(folder, True) for folder in folders) or skip(path, False)  # noqa: FBT003
