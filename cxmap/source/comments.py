"""Comments, and the items that they stand on or above."""

import re
from bisect import bisect_right
from dataclasses import dataclass

import yaml

from cxmap.source.document import Document
from cxmap.source.parse import events


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a document.

    Attributes:
        start: the offset of its `#`.
        text: what follows the `#`, to the end of the line.
        alone: nothing else stands on its line.
        at_top: it stands in the first block of comments, before anything else.
        first: the first line of the item it stands on or above.
        last: the last line of that item.
    """

    start: int
    text: str
    alone: bool
    at_top: bool
    first: int
    last: int


def comments(document: Document, marked: re.Pattern[str]) -> list[Comment]:
    """The comments whose text matches a pattern, with the items they are about.

    An item is the file, a section, or an element of a list; a comment is about the one that
    begins on its line, or else the innermost around it. One that is alone on its line is about
    what begins on the next line that holds something.
    """
    hits = [hit.start() for hit in re.finditer("#", document.text)]
    hits = [h for h in hits if marked.match(document.text, h + 1)]
    if not hits:
        return []
    try:
        items, scalars = _layout(document)
    except yaml.YAMLError:
        return []
    first_content = min((start for start, _ in scalars), default=len(document.text))
    found = []
    for start in hits:
        if _inside(scalars, start) or (not document.text[start - 1 : start].isspace() and start):
            continue
        line, column = document.position(start)
        body = document.lines[line - 1]
        alone = not body[: column - 1].strip()
        about = line if not alone else _next_line(document, line)
        first, last = _item_at(items, about)
        text = body[column:].strip()
        found.append(Comment(start, text, alone, alone and start < first_content, first, last))
    return found


def _layout(document: Document) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The lines of every item, outermost first, and the offsets of every scalar."""
    items: list[tuple[int, int]] = []
    scalars: list[tuple[int, int]] = []
    stack: list[tuple[bool, int, int]] = []  # is a list, first line, items before
    last = 1
    for event in events(document.text):
        begins, ends = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            start, end = begins.index, ends.index
            text = document.text[start:end].rstrip()
            scalars.append((start, start + len(text)))
            line = begins.line + 1
            last = line + text.count("\n")
            if stack and stack[-1][0]:
                items.append((line, last))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            stack.append((is_list, begins.line + 1, len(items)))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            last = max(last, _flow_end(document, ends.index, ends.line + 1))
            is_list, first, before = stack.pop()
            in_list = bool(stack) and stack[-1][0]
            if not is_list and (in_list or len(stack) <= 1):
                items.insert(before, (first, last))
    return items, scalars


def _flow_end(document: Document, end: int, line: int) -> int:
    """The line of the bracket that closes a container, 1 where it has none."""
    return line if document.text[end - 1 : end] in {"}", "]"} else 1


def _inside(scalars: list[tuple[int, int]], offset: int) -> bool:
    number = bisect_right(scalars, (offset, len(scalars) and scalars[-1][1] + 1)) - 1
    return number >= 0 and scalars[number][0] <= offset < scalars[number][1]


def _next_line(document: Document, line: int) -> int:
    for number in range(line, len(document.lines)):
        body = document.lines[number].strip()
        if body and not body.startswith("#"):
            return number + 1
    return line


def _item_at(items: list[tuple[int, int]], line: int) -> tuple[int, int]:
    beginning = [item for item in items if item[0] == line]
    if beginning:
        return max(beginning, key=lambda item: item[1])
    around = [item for item in items if item[0] <= line <= item[1]]
    return min(around, key=lambda item: item[1] - item[0], default=(line, line))
