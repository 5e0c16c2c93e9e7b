"""Where in a map somebody is typing, found from indents and brackets alone.

No YAML parser can read a line that is half typed, so this goes by what stands above and before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

Route = tuple[str | int, ...]

_KEY = re.compile(
    r"""("[^"]*"|'[^']*'|[^\s\[\]{},"'#&*!|>%@`-][^:#\[\]{},]*?|-[^\s:#]+)\s*:(?=\s|$)"""
)
_DASH = re.compile(r"-(?:\s+|$)")
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_LATER_KEYS = re.compile(r"""([\w-]+)["']?\s*:(?=\s)""")


@dataclass(frozen=True, slots=True)
class Cursor:
    """What stands at a place of a text.

    Attributes:
        keys_at: the way to the mapping in which a key may stand here, or None.
        value_of: the way to the key whose value may stand here, and on into its lists, or None.
        word: the whole key or value, without quotes.
        start: the column it begins at, from 0.
        end: the column after it.
        keys: the keys that the mapping has beside it.
        before: how much of the word stands before the place.
    """

    keys_at: Route | None
    value_of: Route | None
    word: str
    start: int
    end: int
    keys: frozenset[str] = frozenset()
    before: int = 0


@dataclass(slots=True)
class _Level:
    """A mapping or list that is open: where its keys or dashes stand, and which is at hand."""

    indent: int
    is_list: bool
    flow: bool = False
    key: str | None = None
    number: int = 0
    keys: set[str] = field(default_factory=set)


class _Reader:
    """Reads lines from the top; knows what is open."""

    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self.text_below: int | None = None  # the indent of a key whose value is a block of text
        self.quote = ""
        self.start = 0

    @property
    def flow(self) -> bool:
        return bool(self.levels) and self.levels[-1].flow

    def line(self, line: str) -> None:
        """Take in a line, or the part of it before the cursor."""
        indent = len(line) - len(line.lstrip(" "))
        rest = line[indent:]
        self.start = indent
        if self.text_below is not None:
            if not rest or indent > self.text_below:
                return
            self.text_below = None
        if (self.flow or self.quote) and rest and indent <= self._owner():
            self._abandon()  # the bracket or quote above is still to be closed
        if self.flow or self.quote:
            self._inside(line, 0)
        elif rest and not rest.startswith("#"):
            self._block(line, indent)

    def _owner(self) -> int:
        return next((level.indent for level in reversed(self.levels) if not level.flow), -1)

    def _abandon(self) -> None:
        self.quote = ""
        while self.flow:
            self.levels.pop()

    def _block(self, line: str, at: int) -> None:
        while dash := _DASH.match(line, at):
            self._item(at)
            at = dash.end()
        self.start = at
        found = _KEY.match(line, at)
        if found:
            self.key(at, found[1].strip("\"'"))
            at = found.end()
            at += len(line[at:]) - len(line[at:].lstrip())
            if _BLOCK_TEXT.match(line, at):
                self.text_below = self.levels[-1].indent
        self._value(line, at)

    def _value(self, line: str, at: int) -> None:
        """A value that begins here; most are plain, and need no closer look."""
        self.start = at
        if line[at : at + 1] in {"[", "{", '"', "'"}:
            self._inside(line, at)
        elif line.find(" #", max(at - 1, 0)) >= 0:
            self.start = len(line) + 1  # beyond any cursor: this is a comment

    def _item(self, at: int) -> None:
        self.close(at, for_item=True)
        top = self.levels[-1] if self.levels else None
        if top and top.is_list and top.indent == at:
            top.number += 1
        else:
            self.levels.append(_Level(at, is_list=True))

    def key(self, at: int, name: str) -> None:
        self.close(at)
        top = self.levels[-1] if self.levels else None
        if top is None or top.is_list or top.indent != at:
            top = _Level(at, is_list=False)
            self.levels.append(top)
        top.key = name
        top.keys.add(name)

    def close(self, at: int, *, for_item: bool = False) -> None:
        """What is indented more than a key or dash is over; so is a list where a key stands."""
        while self.levels and (
            self.levels[-1].indent > at
            or (self.levels[-1].indent == at and self.levels[-1].is_list and not for_item)
        ):
            self.levels.pop()

    def _inside(self, line: str, at: int) -> None:
        """Go through a value: brackets, quotes, commas."""
        self.start = at
        fresh = True  # nothing of a value or key was read yet
        while at < len(line):
            char = line[at]
            if self.quote:
                if char == self.quote:
                    self.quote = ""
            elif char in "\"'" and fresh:
                self.quote, fresh = char, False
            elif char == "#" and (not at or line[at - 1] == " "):
                self.start = len(line) + 1  # beyond any cursor: this is a comment
                return
            elif char in "[{" and fresh:
                self.levels.append(_Level(-1, is_list=char == "[", flow=True))
                self.start = at + 1
            elif self.flow and char in "]},":
                self._separator(char)
                self.start, fresh = at + 1, char == ","
            elif self._ends_key(line, at):
                name = line[self.start : at].strip().strip("\"'")
                self.levels[-1].key = name
                self.levels[-1].keys.add(name)
                self.start, fresh = at + 1, True
            elif char != " ":
                fresh = False
            at += 1

    def _separator(self, char: str) -> None:
        if char != ",":
            self.levels.pop()
        elif self.levels[-1].is_list:
            self.levels[-1].number += 1
        else:
            self.levels[-1].key = None

    def _ends_key(self, line: str, at: int) -> bool:
        top = self.levels[-1] if self.levels else None
        is_colon = line[at] == ":" and (at + 1 == len(line) or line[at + 1] in " ,}]")
        return is_colon and bool(top and top.flow and not top.is_list and top.key is None)

    def route(self) -> Route:
        steps = (level.number if level.is_list else level.key for level in self.levels)
        return tuple(step for step in steps if step is not None)


def find(lines: Sequence[str], line: int, column: int) -> Cursor | None:
    """What stands at a place; None inside of comments and blocks of text.

    Args:
        lines: the text.
        line: from 1.
        column: from 1.
    """
    reader = _Reader()
    for above in lines[: line - 1]:
        reader.line(above)
    whole = lines[line - 1] if line <= len(lines) else ""
    before = whole[: column - 1]
    indent = len(before) - len(before.lstrip(" "))
    if not before.strip() and not (reader.flow or reader.quote):
        if reader.text_below is not None and column - 1 > reader.text_below:
            return None
        return _begun(
            reader, lines, line, len(whole) - len(whole.lstrip(" ")) or column - 1, column
        )
    reader.line(before)
    if (reader.text_below is not None and indent > reader.text_below) or reader.start > column - 1:
        return None
    if before.lstrip().startswith("#") and not reader.quote:
        return None
    after_key = not reader.flow and _KEY.match(before.lstrip(" -"))
    if not reader.flow and not after_key:
        return _begun(reader, lines, line, reader.start, column)
    return _in_value(reader, lines, line, column)


def _begun(
    reader: _Reader, lines: Sequence[str], line: int, start: int, column: int
) -> Cursor | None:
    """A key, or a value on a line of its own: nobody knows before there is a colon."""
    whole = lines[line - 1] if line <= len(lines) else ""
    start = min(start, max(column - 1, 0)) if not whole[:start].strip(" -") else start
    is_key = _KEY.match(whole, start)
    dashed = "-" in whole[:start]
    if not dashed:
        reader.close(start)
    top = reader.levels[-1] if reader.levels else None
    end = start + len(is_key[1]) if is_key else len(whole.rstrip())
    if not is_key and (comment := whole.find(" #", start)) >= 0:
        end = len(whole[:comment].rstrip())
    end = max(end, start)
    word = whole[start:end].strip("\"'")
    typed = max(column - 1 - start, 0)
    if top is not None and not top.is_list and top.indent == start and not dashed:
        reader.levels.pop()
        keys = top.keys | _below(lines, line, start)
        route = reader.route()
        return Cursor(route, None, word, start, end, frozenset(keys - {word}), typed)
    if top is not None and not top.is_list and top.indent > start:
        return None
    keys = _below(lines, line, start)
    route = reader.route()
    value = None if is_key else route or None
    return Cursor(route, value, word, start, end, frozenset(keys - {word}), typed)


def _in_value(reader: _Reader, lines: Sequence[str], line: int, column: int) -> Cursor:
    whole = lines[line - 1]
    start = reader.start
    start += len(whole[start : column - 1]) - len(whole[start : column - 1].lstrip())
    end = _end(whole, start, flow=reader.flow)
    end = max(end, column - 1 if not whole[start : column - 1].strip() else end)
    written = whole[start:end]
    word = written.strip("\"'")
    shift = 1 if written[:1] in {'"', "'"} else 0
    begin = start + shift
    stop = begin + len(word)
    typed = max(column - 1 - begin, 0)
    top = reader.levels[-1]
    if top.flow and not top.is_list and top.key is None:
        later = whole[end:].partition("}")[0]
        keys = top.keys | set(_LATER_KEYS.findall(later))
        return Cursor(reader.route(), None, word, begin, stop, frozenset(keys - {word}), typed)
    return Cursor(None, reader.route(), word, begin, stop, before=typed)


def _end(whole: str, start: int, *, flow: bool) -> int:
    """Where the value or key that begins at `start` ends."""
    if whole[start : start + 1] in {'"', "'"}:
        close = whole.find(whole[start], start + 1)
        return close + 1 if close >= 0 else len(whole)
    stop = re.compile(r"[\[\]{},]|:(?=\s|$)|\s#" if flow else r"\s#").search(whole, start)
    return len(whole[: stop.start() if stop else len(whole)].rstrip())


def _below(lines: Sequence[str], line: int, indent: int) -> set[str]:
    """The keys of the same mapping that stand below a line."""
    keys = set()
    for below in lines[line:]:
        here = len(below) - len(below.lstrip(" "))
        if not below.strip() or below.lstrip().startswith("#") or here > indent:
            continue
        if here < indent or below[here] == "-":
            break
        found = _KEY.match(below, here)
        if found:
            keys.add(found[1].strip("\"'"))
    return keys
