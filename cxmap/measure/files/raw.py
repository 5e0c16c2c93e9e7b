"""The bytes of a text file: unpacked, decoded, and its lines counted."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from cxmap.errors import CxmapError

_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def open_raw(file: Path) -> BinaryIO:
    """Open a file, unpacking it where its name ends in `.gz`."""
    if file.name.lower().endswith(".gz"):
        return cast("BinaryIO", gzip.open(file, "rb"))
    return file.open("rb")


def encoding_of(file: Path, declared: str | None, path: str) -> str:
    """The encoding of a file: what its first bytes say, else what was declared, else UTF-8.

    Raises:
        CxmapError: there is no such encoding, or the file cannot be read.
    """
    try:
        with open_raw(file) as raw:
            head = raw.read(4)
    except (OSError, EOFError, zlib.error):
        raise unreadable(path) from None
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    try:
        found = codecs.lookup(declared or "utf-8")
        "".encode(found.name)
    except LookupError:
        raise CxmapError(f"there is no encoding `{declared}`; try windows-1252") from None
    return found.name


def transcode(
    file: Path, encoding: str, to: Path, path: str, *, lone_returns: bool = False
) -> None:
    """Write a file as UTF-8 to a private place, unpacked.

    Args:
        file: the file.
        encoding: what it is written in.
        to: where to.
        path: what it is called in messages.
        lone_returns: its lines end as on the first Macs, which nothing else reads.

    Raises:
        CxmapError: it is not in that encoding, or cannot be read.
    """
    try:
        with (
            open_raw(file) as raw,
            io.TextIOWrapper(raw, encoding=encoding, newline="") as text,
            to.open("w", encoding="utf-8", newline="") as out,
        ):
            while chunk := text.read(_CHUNK):
                out.write(chunk.replace("\r", "\n") if lone_returns else chunk)
    except UnicodeError:
        raise CxmapError(f"{path} is not in the encoding {encoding}") from None
    except (OSError, EOFError, zlib.error):
        raise unreadable(path) from None


def head(file: Path, encoding: str, path: str, most: int = _CHUNK) -> str:
    """The beginning of a text file; bytes that mean nothing are replaced.

    Raises:
        CxmapError: it cannot be read.
    """
    try:
        with (
            open_raw(file) as raw,
            io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="") as text,
        ):
            return text.read(most).removeprefix("\ufeff")
    except (OSError, EOFError, zlib.error, UnicodeError):
        raise unreadable(path) from None


def lines_at(file: Path, positions: Sequence[int]) -> dict[int, int]:
    """The lines, from 1, in which some positions lie, counted in bytes from 0.

    A position is found by counting the line ends before it: a record may have several lines.
    """
    wanted = iter(sorted(set(positions)))
    found: dict[int, int] = {}
    position = next(wanted, None)
    start, line = 0, 1
    for chunk in _chunks(file):
        while position is not None and position < start + len(chunk):
            found[position] = line + chunk.count(b"\n", 0, position - start)
            position = next(wanted, None)
        if position is None:
            break
        start, line = start + len(chunk), line + chunk.count(b"\n")
    while position is not None:
        found[position] = line
        position = next(wanted, None)
    return found


def unreadable(path: str) -> CxmapError:
    """A file that is there and cannot be read."""
    packed = ": it is no gzip file, or its end is missing" if path.endswith(".gz") else ""
    return CxmapError(f"{path} cannot be read{packed}")


def _chunks(file: Path) -> Iterator[bytes]:
    with open_raw(file) as raw:
        while chunk := raw.read(_CHUNK):
            yield chunk
