"""A file's text, and the way from offsets to lines and columns."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from cxmap.source.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


class Document:
    """A text with the name it goes by.

    Attributes:
        path: POSIX, relative to the workspace's root.
        text: the whole text, without a byte-order mark.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        if "\r" in self.text:
            return [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        lengths = map(len, self.text.split("\n"))
        return [end + number for number, end in enumerate(accumulate(lengths, initial=0))][:-1]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _LINE_END.split(self.text)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets, without blanks and line ends at its end."""
        end = min(end, len(self.text))
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.path, *self.position(start), *self.position(max(start, end)))
