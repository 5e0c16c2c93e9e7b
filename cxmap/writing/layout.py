"""From a layout to text: two spaces to a level, and one blank line at most."""

import re
from collections.abc import Iterable, Iterator

from cxmap.writing.nodes import Entry, Group, Node, Scalar, Sheet

WIDTH = 100
"""Columns in which a list that was broken over lines may stand on one."""

_INDICATOR = re.compile(r"[|>][+-]?([1-9])")


def write_sheet(sheet: Sheet) -> str:
    r"""The text of a file, with `\n` at the end of each line."""
    root = _root(sheet.root)
    lines = [*sheet.before, *root, *sheet.after]
    return "".join(f"{line}\n" for line in _few_blanks(lines, list(_kept(root, len(sheet.before)))))


def _root(root: Group) -> list[str]:
    if root.in_brackets and _fits(root, 0):
        above = [line for entry in root.entries[:1] for line in entry.above]
        return [*above, _in_line(root) + root.beside, *root.ending]
    return [*_opening(root), *_group(root, 0)]


_MARK = "\0"
"""Begins a line that stands in a text: it stays as it is, blank or not."""


def _kept(lines: Iterable[str], before: int) -> Iterator[int]:
    return (n for n, line in enumerate(lines, before) if line.startswith(_MARK))


def _few_blanks(lines: list[str], kept: list[int]) -> Iterator[str]:
    verbatim = set(kept)
    filled = False
    for number, line in enumerate(lines):
        if number in verbatim:
            filled = True
            yield line.removeprefix(_MARK)
        elif line or (filled and any(lines[number:])):
            filled = bool(line)
            yield line


def _group(group: Group, indent: int) -> list[str]:
    """A mapping or list over several lines."""
    lines: list[str] = []
    for entry in group.entries:
        lines += _indented(entry.above, indent)
        lines += _item(entry, indent) if entry.key is None else _pair(entry, entry.key, indent)
    return lines + _indented(group.ending, indent)


def _indented(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _item(entry: Entry, indent: int) -> list[str]:
    value = entry.value
    if isinstance(value, Scalar):
        return [" " * indent + f"- {value.lines[0]}".rstrip() + _tail(value), *_rest(value, indent)]
    if value.in_brackets and (not value.entries or _fits(value, indent + 2)):
        ends = _indented(value.ending, indent)
        return [" " * indent + "- " + _in_line(value) + value.beside, *ends]
    above = [*_indented(_opening(value), indent)]
    first, *rest = _group(value, indent + 2)
    while not first.strip() or first.lstrip().startswith("#"):  # comments stand above the hyphen
        above += [" " * indent + first.strip()] if first.strip() else []
        first, *rest = rest
    return [*above, " " * indent + "- " + first[indent + 2 :], *rest]


def _opening(group: Group) -> list[str]:
    return [line.strip() for line in (group.opening, group.beside) if line and group.in_brackets]


def _pair(entry: Entry, key: Scalar, indent: int) -> list[str]:
    start = " " * indent + key.text + ":"
    value = entry.value
    if isinstance(value, Scalar):
        if entry.beside or entry.inner:
            below = [" " * (indent + 2) + value.lines[0] + _tail(value), *_rest(value, indent)]
            return [start + entry.beside, *_indented(entry.inner, indent + 2), *below]
        return [f"{start} {value.lines[0]}".rstrip() + _tail(value), *_rest(value, indent)]
    if value.in_brackets and (not value.entries or _fits(value, len(start) + 1)):
        inner = _indented((*entry.inner, *value.ending), indent)
        line = f"{start} {_in_line(value)}{value.beside}"
        if entry.beside:
            inner = [*_indented([entry.beside.strip()], indent), *inner]
        return [*inner, line]
    comments = [c for c in (entry.beside, value.opening, value.beside) if c]
    beside, *more = comments or [""]
    inner = _indented((*(c.strip() for c in more), *entry.inner), indent + 2)
    return [start + beside, *inner, *_group(value, indent + 2)]


def _tail(value: Scalar) -> str:
    """The comment beside a text of one line; one over several lines has it at its end."""
    return value.beside if len(value.lines) == 1 else ""


def _rest(value: Scalar, indent: int) -> list[str]:
    """The lines of a text below its first."""
    first, *lines = value.lines
    if value.is_block:
        return [_MARK + line for line in _block(first, lines, value.base, indent)]
    rest = [" " * (indent + 2) + line.strip(" \t") if line.strip(" \t") else "" for line in lines]
    if value.text[:1] in {'"', "'"}:  # what stands at the end of a line may be escaped
        rest = [
            " " * (indent + 2) + line.lstrip(" \t") if line.strip(" \t") else "" for line in lines
        ]
    if rest:
        rest[-1] += value.beside
    return [_MARK + line for line in rest]


def _block(header: str, lines: list[str], base: int, indent: int) -> list[str]:
    """The lines of a `|` or `>` text, moved as a whole."""
    given = _INDICATOR.match(header)
    was, now = 0, indent + 2
    if given:
        was, now = base + int(given[1]), indent + int(given[1])
    else:
        was = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), now)
    return [" " * now + line[was:] if line[was:] else "" for line in lines]


def _fits(group: Group, column: int) -> bool:
    """Whether a group in brackets goes on one line: as it was, or short and without comments."""
    if group.lines == 1:
        return True
    if group.opening or group.ending or not _is_plain(group):
        return False
    return column + len(_in_line(group)) <= WIDTH


def _is_plain(node: Node) -> bool:
    if isinstance(node, Scalar):
        return len(node.lines) == 1 and not node.beside
    return not (node.opening or node.ending) and all(
        _is_plain(entry.value)
        and not (any(entry.above) or entry.beside or entry.inner)
        and not (isinstance(entry.value, Group) and entry.value.beside)
        for entry in node.entries
    )


def _in_line(node: Node) -> str:
    """A value on one line, in brackets."""
    if isinstance(node, Scalar):
        return node.text
    inside = ", ".join(map(_entry_in_line, node.entries))
    return f"[{inside}]" if node.is_list else f"{{{inside}}}"


def _entry_in_line(entry: Entry) -> str:
    if entry.key is None:
        return _in_line(entry.value)
    value = _in_line(entry.value)
    return f"{entry.key.text}: {value}" if value else entry.key.text
