"""The first line of a text file: what parts the columns, and what they are called."""

import csv
from dataclasses import dataclass

from cxmap.errors import CxmapError

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST = 1 << 20
_MOST_COLUMNS = 5_000


@dataclass(frozen=True, slots=True)
class Header:
    """How a text file is laid out. Files with equal headers are read together.

    Attributes:
        columns: their names, without blanks around them.
        delimiter: what parts them.
        skip: how many lines stand before the names.
    """

    columns: tuple[str, ...]
    delimiter: str
    skip: int = 0


def read_header(text: str, path: str, declared: str | None) -> Header | None:
    """The header of a file, out of its beginning; None for an empty file.

    Args:
        text: the beginning of the file.
        path: what it is called.
        declared: what parts the columns, where somebody said so.

    Raises:
        CxmapError: there is no end to the first line, or no name in it.
    """
    skip = 0
    delimiter = declared
    first, _, rest = text.partition("\n")
    if first.rstrip("\r").lower().startswith("sep=") and len(first.rstrip("\r")) == len("sep=,"):
        # Spreadsheets write this line for themselves.
        delimiter, skip, text = declared or first[4], 1, rest
    if not text.strip():
        return None
    line = _first_line(text)
    if len(line) >= _LONGEST:
        raise CxmapError(f"{path} has no line end in its first million characters")
    if "\0" in line:
        raise CxmapError(
            f"{path} is no text: is it a spreadsheet, saved under another name, or in"
            " `csv: {encoding: utf-16}`?"
        )
    if delimiter is None:
        name = path.lower().removesuffix(".gz")
        delimiter = "\t" if name.endswith(".tsv") else _most_frequent(line)
    if len(delimiter) != 1:
        raise CxmapError("the `delimiter` is one character, such as `;`")
    names = next(csv.reader([line], delimiter=delimiter), [])
    columns = tuple(name.strip() for name in names)
    if not any(columns):
        raise CxmapError(f"{path} has no names of columns in its first line")
    if len(columns) > _MOST_COLUMNS:
        raise CxmapError(f"{path} has over {_MOST_COLUMNS:,} columns")
    return Header(columns, delimiter, skip)


def _first_line(text: str) -> str:
    """Up to the first line end that stands in no quotes."""
    quoted = False
    for place, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter in "\r\n" and not quoted:
            return text[:place]
    return text


def _most_frequent(line: str) -> str:
    counts = {delimiter: line.count(delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])
