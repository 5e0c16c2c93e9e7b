"""The files of a source: inside the workspace, and nowhere else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from cxmap.errors import CxmapError
from cxmap.words import cut

_MOST_FILES = 10_000
_MOST_LOOKED_AT = 100_000  # folders too, whose names match as well
TEXT = (".csv", ".tsv", ".txt")
JSON = (".jsonl", ".ndjson")
PARQUET = (".parquet",)


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was at some time.

    Attributes:
        path: from the workspace.
        file: where it is.
        size: in bytes.
        changed: when, in nanoseconds.
    """

    path: str
    file: Path
    size: int
    changed: int


def see(file: Path, path: str) -> Seen:
    """Look at a file.

    Raises:
        CxmapError: it is gone.
    """
    try:
        now = file.stat()
    except OSError:
        raise CxmapError(f"{path} cannot be read: it is gone, or not for you to see") from None
    return Seen(path, file, now.st_size, now.st_mtime_ns)


def find(root: Path, patterns: Sequence[str], source: str) -> list[str]:
    """The files that some patterns name, as POSIX paths from the workspace, sorted, each once.

    Raises:
        CxmapError: a pattern leads out of the workspace, matches nothing, or too much.
    """
    found: set[str] = set()
    for pattern in patterns:
        matches = set(_matches(root, pattern, source))
        if not matches:
            raise CxmapError(f"data `{source}`: no file matches `{cut(pattern)}`")
        found |= matches
        if len(found) > _MOST_FILES:
            raise _too_many(pattern, source)
    return sorted(found)


def _too_many(pattern: str, source: str) -> CxmapError:
    return CxmapError(f"data `{source}`: `{cut(pattern)}` matches over {_MOST_FILES:,} files")


def kind_of_file(path: str) -> str:
    """`text`, `json` or `parquet`, by what a file is called.

    Raises:
        CxmapError: it is none of them.
    """
    name = path.lower().removesuffix(".gz")
    for kind, suffixes in (("text", TEXT), ("json", JSON), ("parquet", PARQUET)):
        if name.endswith(suffixes):
            return kind
    if name.endswith((".xlsx", ".xls", ".ods")):
        raise CxmapError(f"{path} is a spreadsheet: save it as CSV first")
    if name.endswith(".json"):
        raise CxmapError(f"{path} is JSON: write one record a line, and call it .jsonl")
    raise CxmapError(f"{path} is none of the files that are read: csv, tsv, jsonl or parquet")


def _matches(root: Path, pattern: str, source: str) -> Iterator[str]:
    posix = PurePosixPath(pattern.replace("\\", "/"))
    if posix.is_absolute() or ".." in posix.parts or ":" in posix.parts[0]:
        why = "leads out of the workspace, where nothing is read"
        raise CxmapError(f"data `{source}`: `{cut(pattern)}` {why}")
    home = root.resolve()
    try:
        candidates = list(islice(root.glob(posix.as_posix()), _MOST_LOOKED_AT))
    except ValueError:
        raise CxmapError(f"data `{source}`: `{cut(pattern)}` is no pattern for files") from None
    if len(candidates) == _MOST_LOOKED_AT:
        raise _too_many(pattern, source)
    alone = root / posix
    if not candidates and alone.is_symlink():
        candidates = [alone]  # which leads nowhere, so that it is not there for patterns
    for file in sorted(candidates):
        path = file.relative_to(root).as_posix()
        if not file.resolve().is_relative_to(home):
            why = "is a link to a file outside the workspace, which is not read"
            raise CxmapError(f"data `{source}`: {path} {why}")
        if file.is_file():
            yield path
        elif not file.is_dir() or file == alone:
            raise CxmapError(f"data `{source}`: {path} {_what(file)}")


def _what(file: Path) -> str:
    """Why something is no file that could be read."""
    if file.is_dir():
        return f"is a folder: write `{cut(file.name)}/*.csv` for the files in it"
    if file.is_symlink() and not file.exists():
        return "is a link to a file that is not there"
    return "is a pipe or a device, which may never end: only ordinary files are read"
