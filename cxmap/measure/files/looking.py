"""What lies open of the files of sources: their names, their columns, and whether git has them.

For `lint`, whose rules read nothing themselves. Of a file no more than its beginning is read.
"""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.measure.files import raw
from cxmap.measure.files.find import find, kind_of_file
from cxmap.measure.files.header import read_header
from cxmap.model.data_file import DataFile, DataFiles
from cxmap.model.workspace import Workspace
from cxmap.source.git import tracked

_BEGINNING = 1 << 16
_MOST_FILES = 200
"""Files of one source whose columns are looked at: a thousand exports have the same."""


def patterns_of(workspace: Workspace) -> tuple[tuple[str, ...], ...]:
    """The patterns of all sources that are files, each set of them once, sorted."""
    return tuple(sorted({source.files for source in workspace.data if source.files}))


def look(root: Path, patterns: Iterable[Collection[str]]) -> DataFiles:
    """Look at files from outside; what cannot be found or read is left for `measure` to tell.

    Args:
        root: the workspace.
        patterns: of each source.
    """
    found = {tuple(one): _paths(root, one) for one in patterns}
    folders = {path.rpartition("/")[0] or "." for paths in found.values() for path in paths}
    known = tracked(root, sorted(folders)) if folders else frozenset()
    return {
        one: tuple(
            DataFile(path, path in known, _columns(root, path) if number < _MOST_FILES else ())
            for number, path in enumerate(paths)
        )
        for one, paths in found.items()
    }


def _paths(root: Path, patterns: Collection[str]) -> list[str]:
    found: set[str] = set()
    for pattern in patterns:
        try:
            found.update(find(root, (pattern,), ""))
        except (CxmapError, OSError):
            continue
    return sorted(found)


def _columns(root: Path, path: str) -> tuple[str, ...]:
    """The names of the columns of a text file; nothing where its beginning does not tell them."""
    try:
        kind = kind_of_file(path)
        if kind == "parquet":
            return ()
        encoding = raw.encoding_of(root / path, None, path)
        beginning = raw.head(root / path, encoding, path, _BEGINNING)
        if kind == "json":
            record = json.loads(beginning.partition("\n")[0])
            return tuple(record) if isinstance(record, dict) else ()
        header = read_header(beginning, path, None)
    except (CxmapError, ValueError, RecursionError):
        return ()
    return header.columns if header else ()
