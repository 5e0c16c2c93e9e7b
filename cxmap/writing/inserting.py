"""Putting a new item into a list of a file, so that every other byte stays."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cxmap.errors import CxmapError
from cxmap.source.document import Document
from cxmap.source.editing import edited
from cxmap.source.packed import Raw
from cxmap.writing.item import Item
from cxmap.writing.layout import WIDTH
from cxmap.writing.meaning import meaning
from cxmap.writing.nodes import Entry, Group, Scalar
from cxmap.writing.reading import Unusual, read_sheet

Way = Sequence[str | int]
"""From the top of a file to a list, by keys and numbers."""

_EMPTY_BRACKETS = re.compile(r":[ \t]*\[[ \t]*\](?=[ \t]*(#|$))")


class Inserted(NamedTuple):
    """A text with an item in it, and the number of the item's first line."""

    text: str
    line: int


def insert(
    text: str, way: Way, item: Item, *, after: int | None = None, spaced: bool = False
) -> Inserted:
    """Put an item at the end of a list, which is begun where there is none.

    Args:
        text: the whole file, without a byte-order mark.
        way: to the list.
        item: the item, as `write_item` gives it.
        after: the number of the item to put it behind; None for the last one.
        spaced: whether a list of which one cannot tell has blank lines between its items.

    Raises:
        CxmapError: the list is written in a way that no item can be added to by a program, or the
            file would then say something else too.
    """
    normal = re.sub(r"\r\n|\r", "\n", text)
    normal += "" if normal.endswith("\n") or not normal else "\n"
    try:
        done = _inserted(normal, way, item, after, spaced=spaced)
    except Unusual as why:
        raise CxmapError(f"nothing can be added to this file by a program: {why}") from None
    ending = "\r\n" if "\r\n" in text else "\n"
    whole = _with_the_old_lines(text, normal, done.text, ending)
    position = 0 if after is None else after + 1
    if not _says_the_rest(text, whole, way, None if after is None else position):
        raise CxmapError("the file would then say something else too, so nothing was written")
    return Inserted(whole, done.line)


def _inserted(text: str, way: Way, item: Item, after: int | None, *, spaced: bool) -> Inserted:
    key = str(way[-1])
    if not text.strip():
        return Inserted(
            text + "".join(f"{line}\n" for line in [f"{key}:", *_hung(item.lines, 2)]), 2
        )
    holder, last = _holder(read_sheet(text).root, way[:-1])
    entry = next((e for e in holder.entries if e.key and e.key.value == key), None)
    if entry is None:
        if holder.in_brackets:
            return _in_brackets(text, holder, f"{key}: [{_on_one_line(item)}]")
        lines = [f"{key}:", *_hung(item.lines, 2)]
        blank = [""] if len(way) == 1 else []
        return _below(text, last, [*blank, *_at(lines, holder.column)], 1 + len(blank))
    value = entry.value
    if isinstance(value, Scalar):
        if value.text:
            raise _not_a_list(key, entry)
        return _below(text, entry.last, _hung(item.lines, holder.column + 2))
    if not value.is_list:
        raise _not_a_list(key, entry)
    if value.in_brackets:
        return _into_brackets(text, holder, entry, value, item)
    place = len(value.entries) - 1 if after is None else after
    before = value.entries[place]
    blank = [""] if _is_spaced(value, usual=spaced) else []
    lines = item.lines
    if isinstance(before.value, Group) and before.value.in_brackets and _is_short(item):
        lines = [item.line]
    return _below(text, before.last, [*blank, *_hung(lines, value.column)], len(blank))


def _holder(root: Group, way: Way) -> tuple[Group, int]:
    """The mapping that a way leads to, and the number of its last line."""
    group, last = root, root.entries[-1].last
    for step in way:
        if isinstance(step, int):
            entry = group.entries[step]
        else:
            entry = next(e for e in group.entries if e.key and e.key.value == step)
        if not isinstance(entry.value, Group):
            raise _not_a_list(str(step), entry)
        group = entry.value
        last = group.entries[-1].last if group.entries else entry.last
    return group, last


def _not_a_list(key: str, entry: Entry) -> CxmapError:
    message = f"line {entry.first}: `{key}` holds one item that stands in no list"
    return CxmapError(f"{message}; begin a line below it with `- ` and that item first")


def _into_brackets(text: str, holder: Group, entry: Entry, value: Group, item: Item) -> Inserted:
    document = Document("", text)
    line = document.lines[entry.last - 1]
    if not value.entries and not holder.in_brackets and _EMPTY_BRACKETS.search(line):
        found = _EMPTY_BRACKETS.search(line)
        start = document.starts[entry.last - 1] + (found.start() + 1 if found else 0)
        end = document.starts[entry.last - 1] + (found.end() if found else 0)
        shorter = edited(text, [(start, end, "")])
        return _below(shorter, entry.last, _hung(item.lines, holder.column + 2))
    return _in_brackets(text, value, _on_one_line(item))


def _in_brackets(text: str, group: Group, written: str) -> Inserted:
    if group.lines > 1:
        raise Unusual("its brackets go over several lines; `cxmap fmt` puts them in order")
    line, column = group.closed
    end = Document("", text).starts[line] + column
    inside = text[:end].rstrip(" ")
    comma = "" if not group.entries else " " if inside.endswith(",") else ", "
    return Inserted(edited(text, [(len(inside), len(inside), comma + written)]), line + 1)


def _is_spaced(group: Group, *, usual: bool) -> bool:
    """Whether blank lines stand between the items of a list."""
    if len(group.entries) < 2:
        return usual
    return "" in group.entries[-1].above


def _on_one_line(item: Item) -> str:
    if not item.line:
        raise Unusual("its list is in brackets, and the new item takes several lines")
    return item.line


def _is_short(item: Item) -> bool:
    """Whether an item goes on one line, as its neighbours do."""
    return bool(item.line) and len(item.line) <= WIDTH - len("      - ")


def _hung(lines: Sequence[str], column: int) -> list[str]:
    """The lines of an item behind a hyphen."""
    return _at([f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines)], column)


def _at(lines: Sequence[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _below(text: str, line: int, lines: Sequence[str], before: int = 0) -> Inserted:
    """Lines put below a line; `before` of them stand before the item's first."""
    starts = Document("", text).starts
    start = starts[line] if line < len(starts) else len(text)
    new = "".join(f"{new}\n" for new in lines)
    return Inserted(edited(text, [(start, start, new)]), line + 1 + before)


def _with_the_old_lines(text: str, normal: str, new: str, ending: str) -> str:
    """The new text, in which lines that were there before have the line ends that they had."""
    if text == normal:
        return new
    was = text.splitlines(keepends=True) if text.endswith(("\n", "\r")) else _closed(text, ending)
    before, after = normal.split("\n")[:-1], new.split("\n")[:-1]
    head = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    middle = [line + ending for line in after[head : len(after) - tail]]
    whole = "".join([*was[:head], *middle, *was[len(was) - tail :]])
    return whole if text.endswith(("\n", "\r")) or not tail else whole.removesuffix(ending)


def _closed(text: str, ending: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    return [*lines[:-1], lines[-1] + ending] if lines else []


def _says_the_rest(before: str, after: str, way: Way, position: int | None) -> bool:
    """Whether a file says what it said, and one item more."""
    was, now = meaning(before) or {}, meaning(after)
    if now is None:
        return False
    holder = now
    for step in way[:-1]:
        holder = holder[step]
    key = way[-1]
    items = list(holder[key])
    del items[-1 if position is None else position]
    holder[key] = items
    old: Raw = was
    for step in way[:-1]:
        old = old[step]
    if not items and not old.get(key):
        holder.pop(key)
        old.pop(key, None)
    return bool(was == now)
