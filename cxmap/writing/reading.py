"""From a text to its layout: every comment finds the thing that it belongs to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from cxmap.source.document import Document
from cxmap.source.parse import events
from cxmap.writing.nodes import Entry, Group, Node, Scalar, Sheet

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_LIST, _MAP = yaml.SequenceStartEvent, yaml.MappingStartEvent
_ENDS = yaml.SequenceEndEvent | yaml.MappingEndEvent


class Unusual(Exception):  # noqa: N818 (the file is well; only its layout is one we do not know)
    """A layout that is better left as it is; the text says why."""


class _Line(NamedTuple):
    """A line between two marks: a comment with its column, or blank."""

    text: str
    column: int
    number: int


class _Mark(NamedTuple):
    """What is seen of the structure: a text, or a bracket. `text` is what stands there."""

    start: int
    text: str


def read_sheet(text: str) -> Sheet:
    r"""The layout of a text.

    Args:
        text: YAML that can be read, with `\n` at the end of each line.

    Raises:
        Unusual: it is laid out in a way that maps are not.
    """
    found = list(events(text))
    start, end = _limits(found, text)
    marks = [
        _Mark(start, ""),
        *(_Mark(e.start_mark.index, _written(e, text)) for e in found if _is_mark(e)),
        _Mark(end, ""),
    ]
    gaps = [text[one.start + len(one.text) : other.start] for one, other in pairwise(marks)]
    if not start:
        gaps[0] = f"\n{gaps[0]}"  # its first line is a whole one
    document = Document("", text)
    columns = [_indent(document, mark.start) for mark in marks[1:-1]]
    reader = _Reader(document, [e for e in found if isinstance(e, yaml.NodeEvent | _ENDS)])
    reader.marks = [mark.text for mark in marks[1:-1]]
    reader.beside = [_beside(gap) for gap in gaps]
    ends = [mark.start + len(mark.text) for mark in marks[:-1]]
    reader.lines = [document.position(end)[0] for end in ends]
    reader.starts = [document.position(mark.start)[0] for mark in marks[1:]]
    first = 0 if not start else reader.lines[0]
    numbers = [first, *reader.lines[1:]]
    reader.between = [list(_lines(gap, line)) for gap, line in zip(gaps, numbers, strict=True)]
    reader.columns = [*columns, -1]
    before = tuple(line.rstrip() for line in text[:start].split("\n")) if start else ()
    after = tuple(text[end:].rstrip().split("\n")) if text[end:].strip() else ()
    return Sheet(reader.root(), before, after)


def _limits(found: Iterable[Any], text: str) -> tuple[int, int]:
    """From the end of `---` to the beginning of `...`, where there are such marks."""
    start, end = 0, len(text)
    for event in found:
        place: Any = event  # whose marks are always there
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            rest = text[place.end_mark.index :].partition("\n")[0]
            if _COMMENT.sub("", rest).strip():
                raise Unusual("something stands beside its `---`")
            start = place.end_mark.index + len(rest)
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            end = place.start_mark.index
    return start, end


def _is_mark(event: Any) -> bool:  # noqa: ANN401 (an event of PyYAML, which has no base type)
    if isinstance(event, yaml.ScalarEvent):
        return True
    wide = bool(event.start_mark.index < event.end_mark.index)
    if isinstance(event, _LIST | _MAP):
        return bool(event.flow_style) and wide
    return isinstance(event, _ENDS) and wide


def _written(event: Any, text: str) -> str:  # noqa: ANN401 (as above)
    written = text[event.start_mark.index : event.end_mark.index]
    if not isinstance(event, yaml.ScalarEvent) or event.style not in {"|", ">"}:
        return written
    keeps = "+" in written.partition("\n")[0].partition("#")[0]
    return written.removesuffix("\n") if keeps else written.rstrip(" \n")


def _indent(document: Document, offset: int) -> int:
    line = document.lines[document.position(offset)[0] - 1]
    return len(line) - len(line.lstrip(" "))


def _beside(gap: str) -> str:
    """The comment on the line of what stands before a gap, with at least two spaces before it."""
    first = gap.partition("\n")[0]
    found = _COMMENT.search(first)
    if not found:
        return ""
    blank = len(first[: found.start()]) - len(first[: found.start()].rstrip())
    return " " * max(2, blank) + found[0].rstrip()


def _lines(gap: str, begins: int) -> Iterator[_Line]:
    """The lines of a gap that hold nothing but a comment, or nothing; a hyphen counts as nothing.

    A comment after a hyphen is about what follows, wherever it stands.
    """
    for number, line in enumerate(gap.split("\n")[1:-1], begins + 1):
        found = _COMMENT.search(line)
        if found:
            alone = not line[: found.start()].strip()
            yield _Line(found[0].rstrip(), found.start() if alone else -1, number)
        elif not line.strip():
            yield _Line("", 0, number)


class _Reader:
    """Builds groups out of events, and hands the lines between marks to what they belong to."""

    marks: list[str]
    beside: list[str]
    between: list[list[_Line]]
    columns: list[int]
    lines: list[int]
    starts: list[int]

    def __init__(self, document: Document, found: Sequence[Any]) -> None:
        self.document = document
        self.events = found
        self.next = 0  # the next event
        self.mark = 0  # the next mark
        self.last = 0  # the number of the last line that was taken

    def root(self) -> Group:
        if not self.events or not isinstance(self.events[0], _MAP):
            raise Unusual("it holds no keys with values")
        return self._group()

    def _taken(self) -> tuple[str, ...]:
        lines, self.between[self.mark] = self.between[self.mark], []
        return tuple(line.text for line in lines)

    def _pass(self) -> tuple[str, str]:
        """Go past a mark: its text, and the comment beside it."""
        self.mark += 1
        self.last = self.lines[self.mark]
        return self.marks[self.mark - 1], self.beside[self.mark]

    def _step(self) -> Any:  # noqa: ANN401 (an event of PyYAML)
        self.next += 1
        return self.events[self.next - 1]

    def _column(self, event: Any) -> int:  # noqa: ANN401 (an event of PyYAML)
        return self.document.position(event.start_mark.index)[1] - 1

    def _group(self) -> Group:
        event = self._step()
        is_list = isinstance(event, _LIST)
        if event.flow_style:
            return self._in_brackets(event, is_list=is_list)
        column = self._column(event)
        entries = self._entries(column, is_list=is_list)
        self._step()
        return Group(is_list, entries, self._ending(column), column=column)

    def _entries(self, column: int, *, is_list: bool) -> tuple[Entry, ...]:
        entries = []
        while not isinstance(self.events[self.next], _ENDS):
            entries.append(self._entry(column, is_list=is_list))
        return tuple(entries)

    def _ending(self, column: int) -> tuple[str, ...]:
        """The comments after a group that are indented as its entries are, or deeper."""
        lines, below = self.between[self.mark], self.columns[self.mark]
        taken = 0
        for number, line in enumerate(lines, 1):
            if line.text and (line.column < column or line.column <= below):
                break
            taken = number if line.text else taken
        self.between[self.mark] = lines[taken:]
        self.last = lines[taken - 1].number if taken else self.last
        return tuple(line.text for line in lines[:taken])

    def _entry(self, column: int, *, is_list: bool) -> Entry:
        above = self._taken()
        first = self.starts[self.mark]
        if is_list:
            value = self._value(column)
            return Entry(value, None, above, first=first, last=self.last)
        event = self._step()
        text, beside = self._pass()
        if not isinstance(event, yaml.ScalarEvent) or "\n" in text:
            raise Unusual("a key takes more than one line")
        follows = self.events[self.next]
        begins_below = isinstance(follows, _LIST | _MAP) and not follows.flow_style
        inner = () if begins_below else tuple(filter(None, self._taken()))
        value = self._value(column)
        return Entry(value, Scalar(text, event.value), above, beside, inner, first, self.last)

    def _value(self, column: int) -> Node:
        if isinstance(self.events[self.next], _LIST | _MAP):
            return self._group()
        event = self._step()
        text, beside = self._pass()
        is_block = event.style in {"|", ">"}
        return Scalar(text, event.value, is_block, column, beside)

    def _in_brackets(self, event: Any, *, is_list: bool) -> Group:  # noqa: ANN401 (of PyYAML)
        wide = event.start_mark.index < event.end_mark.index
        opening = self._pass()[1] if wide else ""
        entries = self._entries(0, is_list=is_list)
        closed = self._step()
        if not wide:
            return Group(is_list, entries, in_brackets=True)
        ending = tuple(filter(None, self._taken()))
        beside = self._pass()[1]
        lines = closed.end_mark.line - event.start_mark.line + 1
        return Group(
            is_list,
            entries,
            ending,
            in_brackets=True,
            lines=lines,
            opening=opening,
            beside=beside,
            closed=(closed.end_mark.line, closed.end_mark.column - 1),
        )
