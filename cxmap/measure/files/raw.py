"""The bytes of a text file: unpacked, decoded, and its lines counted."""

import codecs
import errno
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from cxmap.errors import CxmapError
from cxmap.measure.patience import MOST_PRIVATE, left

LONGEST_LINE = 4_000_000
"""Bytes of a line that is read; a longer one costs itself, not the file."""

_CHUNK = 1 << 20
_LOOK = 1 << 16
_TOO_DENSE = 100
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


def has_mixed_ends(file: Path, path: str) -> bool:
    """Whether lines end in more ways than one, or by a return alone, which DuckDB does not read.

    Two exports that were joined do, and so does one whose first line was written by hand. A line
    end in quotes is part of a cell and does not count: spreadsheets end lines there otherwise.

    Raises:
        CxmapError: it cannot be read.
    """
    ends: set[bytes] = set()
    quoted, before = 0, b""
    try:
        for piece in _chunks(file):
            chunk = before + piece
            before = b"\r" if chunk.endswith(b"\r") else b""  # its end may come with the next
            chunk = chunk.removesuffix(b"\r")
            if b"\r" in chunk:
                outside = b"".join(chunk.split(b'"')[quoted::2])
                both = outside.count(b"\r\n")
                found = {b"\r\n": both, b"\n": outside.count(b"\n") - both}
                found[b"\r"] = outside.count(b"\r") - both
                ends |= {end for end, many in found.items() if many}
            elif b"\n" in chunk:
                ends.add(b"\n")
            if b"\r" in ends or len(ends) > 1:
                return True
            quoted = (quoted + chunk.count(b'"')) % 2
    except (OSError, EOFError, zlib.error):
        raise unreadable(path) from None
    return bool(before) and ends != {b"\r\n"}


def transcode(file: Path, encoding: str, to: Path, path: str) -> None:
    """Write a file as UTF-8 to a private place, unpacked, with one kind of line end.

    Args:
        file: the file.
        encoding: what it is written in.
        to: where to.
        path: what it is called in messages.

    Raises:
        CxmapError: it is not in that encoding, or cannot be read.
    """
    try:
        with (
            open_raw(file) as raw,
            io.TextIOWrapper(raw, encoding=encoding) as text,
            to.open("w", encoding="utf-8", newline="") as out,
        ):
            written = 0
            while chunk := text.read(_CHUNK):
                left()
                written += len(chunk)
                if written > MOST_PRIVATE * 10**9:
                    raise CxmapError(f"{path} is over {MOST_PRIVATE} GB of text")
                out.write(chunk)
    except UnicodeError:
        raise CxmapError(f"{path} is not in the encoding {encoding}") from None
    except (OSError, EOFError, zlib.error) as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise CxmapError(f"there is no room on the disk to rewrite {path} as UTF-8") from None
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
        counted = 0
        while position is not None and position < start + len(chunk):
            line += chunk.count(b"\n", counted, position - start)
            counted = position - start
            found[position] = line
            position = next(wanted, None)
        if position is None:
            break
        start, line = start + len(chunk), line + chunk.count(b"\n", counted)
    while position is not None:
        found[position] = line
        position = next(wanted, None)
    return found


def lines(file: Path) -> Iterator[bytes | None]:
    """The lines of a file, each with its end; None for one that is too long to be held."""
    with open_raw(file) as raw:
        while line := raw.readline(LONGEST_LINE + 1):
            left()
            if len(line) <= LONGEST_LINE:
                yield line
                continue
            while not line.endswith(b"\n") and (line := raw.readline(_CHUNK)):
                left()
            yield None


def too_long(file: Path) -> list[int]:
    """The numbers of lines that are far too long, which DuckDB leaves out without a word.

    A line of twice the longest holds the beginning of some step, so a look at those is enough.
    A packed file has no steps: it is read only where it unpacks to more than people's data do.
    """
    if file.name.lower().endswith(".gz"):
        suspect = _unpacked(file) > _TOO_DENSE * file.stat().st_size
        return [n for n, line in enumerate(lines(file), 1) if line is None] if suspect else []
    found: list[int] = []
    at, size = LONGEST_LINE, file.stat().st_size
    with file.open("rb") as raw:
        while at < size:
            raw.seek(at)
            if b"\n" not in raw.read(_LOOK):
                while (chunk := raw.read(_CHUNK)) and b"\n" not in chunk:
                    left()
                if raw.tell() - at > LONGEST_LINE:
                    found.append(at)
            at = (raw.tell() // LONGEST_LINE + 1) * LONGEST_LINE
    return sorted(lines_at(file, found).values())


def _unpacked(file: Path) -> int:
    """How many bytes a packed file says it has, at its very end; of big ones modulo 4 GB."""
    with file.open("rb") as raw:
        raw.seek(-4, io.SEEK_END)
        return int.from_bytes(raw.read(4), "little")


def unreadable(path: str) -> CxmapError:
    """A file that is there and cannot be read."""
    packed = ": it is no gzip file, or its end is missing" if path.endswith(".gz") else ""
    return CxmapError(f"{path} cannot be read{packed}")


def _chunks(file: Path) -> Iterator[bytes]:
    with open_raw(file) as raw:
        while chunk := raw.read(_CHUNK):
            left()
            yield chunk
