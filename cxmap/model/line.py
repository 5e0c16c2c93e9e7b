"""A touchpoint in one line: *what - how - who - when*."""

import re
from collections.abc import Callable
from typing import NamedTuple

FIELDS = ("what", "how", "who", "when")
"""The parts of the line in their order."""

_BAR = re.compile(r"\s+\|\s+|^\|\s+|\s+\|$")
_DASH = re.compile(r"\s+[-‐‑‒–—―−]+\s+")
_HALF = re.compile(r"\s+[-‐‑‒–—―−]+|[-‐‑‒–—―−]+\s+")
_UNKNOWN = "?"


class Piece(NamedTuple):
    """A part of the line: its text and where that stands in the line."""

    text: str
    start: int
    end: int


def split(line: str) -> dict[str, Piece]:
    """Part a line into the fields it gives; a `?` stands for an answer that nobody knows.

    A hyphen, dash or bar with a space on both sides parts. Where a bar occurs, bars alone part; a
    fourth part takes the rest. Where that gives fewer than four parts, and separators with a space
    on one side only give exactly four, those four are meant.
    """
    if _BAR.search(line):
        pieces = _cut(line, _BAR)
    else:
        pieces = _cut(line, _DASH)
        if 1 < len(pieces) < len(FIELDS) or (len(pieces) == 1 and _HALF.search(line)):
            loose = _cut(line, _HALF, limit=False)
            if len(loose) == len(FIELDS):
                pieces = loose
    return {field: piece for field, piece in zip(FIELDS, pieces, strict=False) if piece.text}


def with_longer_name(line: str, is_channel: Callable[[str], bool]) -> list[str]:
    """The answers of a line that was parted at a dash of its name: "Call - day after - phone".

    Args:
        line: a line that `split` parts by dashes into two pieces or more.
        is_channel: tells what is a channel: the name goes on until there is one, else it takes the
            second piece.

    Returns:
        the answers in the order of `FIELDS`; nothing is given for the channel where there is none.
    """
    pieces = list(split(line).values())
    found = [n for n in range(2, len(pieces)) if is_channel(pieces[n].text)]
    name = pieces[found[0] - 1] if found else pieces[1]
    channel = pieces[found[0]] if found else Piece("", name.end, name.end)
    rest = line[channel.end :]
    others = list(split(rest).values())
    answers = [line[: name.end], channel.text, *(piece.text for piece in others[:1])]
    return [*answers, rest[others[1].start :]] if len(others) > 1 else answers


def _cut(line: str, separator: re.Pattern[str], *, limit: bool = True) -> list[Piece]:
    pieces: list[Piece] = []
    start = 0
    for found in separator.finditer(line):
        if limit and len(pieces) == len(FIELDS) - 1:
            break
        pieces.append(_piece(line, start, found.start()))
        start = found.end()
    pieces.append(_piece(line, start, len(line)))
    return pieces


def _piece(line: str, start: int, end: int) -> Piece:
    text = line[start:end]
    start += len(text) - len(text.lstrip())
    return Piece(text.strip(), start, start + len(text.strip()))
