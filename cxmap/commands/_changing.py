"""Changing files of a workspace: all that was read stays safe, and what changes can be shown."""

import difflib
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.commands._writing import write_bytes
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.source.tree import Disk

Files = Mapping[str, bytes]
"""The bytes of files by their path below the workspace's root."""


def barred(root: Path) -> Callable[[str], str]:
    """Says of a path why it must not be written; nothing where it may be."""
    top = root.resolve()

    def why(path: str) -> str:
        return "" if (top / path).resolve() == top / path else "a link leads to it"

    return why


def write_changes(tree: "Disk", before: Files, after: Files) -> None:
    """Write files anew, each whole or not at all.

    Args:
        tree: where they are.
        before: their bytes as they were read.
        after: their bytes as they should be.

    Raises:
        CxmapError: one changed since it was read, so that nothing is written; or one cannot be.
    """
    for path in after:
        if path in before and tree.read(path) != before[path]:
            raise CxmapError(f"{path} changed while it was being read; nothing was written")
        if path not in before and (tree.root / path).exists():
            raise CxmapError(f"{path} was made by somebody else just now; nothing was written")
    for path, data in sorted(after.items()):
        _make_folder(tree.root, path)
        write_bytes(tree.root / path, data)


def _make_folder(root: Path, path: str) -> None:
    """Make the folder that a new file belongs to, where it is not there.

    Raises:
        CxmapError: it cannot be made, or leads out of the workspace.
    """
    folder = (root / path).parent
    if not folder.resolve().is_relative_to(root.resolve()):
        raise CxmapError(f"{path} would be written outside the workspace, through a link")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CxmapError(f"{path} cannot be written: {error.strerror}") from None


def show_changes(before: Files, after: Files) -> None:
    """Print what would be written as a diff; a file without bytes is one that goes."""
    sys.stdout.write("".join(_diffs(before, after)))
    sys.stdout.flush()


def _diffs(before: Files, after: Files) -> Iterator[str]:
    for path, data in sorted(after.items()):
        was = f"a/{path}" if path in before else "/dev/null"
        old, new = _lines(before.get(path, b"")), _lines(data)
        now = f"b/{path}" if data else "/dev/null"
        for line in difflib.unified_diff(old, new, was, now):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    *lines, last = data.decode("utf-8-sig").split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
