"""The files of a source: inside the workspace, and nowhere else."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from cxmap.errors import CxmapError
from cxmap.words import cut

_MOST_FILES = 10_000
TEXT = (".csv", ".tsv", ".txt")
JSON = (".jsonl", ".ndjson")
PARQUET = (".parquet",)


def find(root: Path, patterns: Sequence[str], source: str) -> list[str]:
    """The files that some patterns name, as POSIX paths from the workspace, sorted, each once.

    Raises:
        CxmapError: a pattern leads out of the workspace, matches nothing, or too much.
    """
    found: set[str] = set()
    for pattern in patterns:
        before = len(found)
        found.update(_matches(root, pattern, source))
        if len(found) == before and not any(_matches(root, pattern, source)):
            raise CxmapError(f"data `{source}`: no file matches `{cut(pattern)}`")
        if len(found) > _MOST_FILES:
            raise CxmapError(f"data `{source}`: `{cut(pattern)}` matches over 10,000 files")
    return sorted(found)


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
    raise CxmapError(f"{path} is none of the files that are read: csv, tsv, jsonl or parquet")


def _matches(root: Path, pattern: str, source: str) -> Iterator[str]:
    if "://" in pattern:
        why = "is an address: download the file into the workspace"
        raise CxmapError(f"data `{source}`: `{cut(pattern)}` {why}")
    posix = PurePosixPath(pattern.replace("\\", "/"))
    if posix.is_absolute() or ".." in posix.parts or ":" in posix.parts[0]:
        why = "leads out of the workspace, where nothing is read"
        raise CxmapError(f"data `{source}`: `{cut(pattern)}` {why}")
    home = root.resolve()
    try:
        candidates = sorted(root.glob(posix.as_posix()))
    except ValueError:
        raise CxmapError(f"data `{source}`: `{cut(pattern)}` is no pattern for files") from None
    for file in candidates:
        if file.is_file():
            path = file.relative_to(root).as_posix()
            if not file.resolve().is_relative_to(home):
                why = "is a link to a file outside the workspace, which is not read"
                raise CxmapError(f"data `{source}`: {path} {why}")
            yield path
