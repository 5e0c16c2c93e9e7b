"""A file in canonical order and layout, and the proof that it says what it said."""

import re
from collections import Counter
from typing import Any

from cxmap.model.part import Part
from cxmap.source.comments import comments
from cxmap.source.document import Document
from cxmap.writing.arranging import arrange
from cxmap.writing.expanding import expand as written_out
from cxmap.writing.layout import write_sheet
from cxmap.writing.meaning import meaning
from cxmap.writing.reading import Unusual, read_sheet

_ENDING = re.compile(r"\r\n|\n|\r")
_ANY = re.compile("")


def format_text(text: str, part: type[Part], *, expand: bool = False) -> str:
    """The same text in the order of the models and in one layout.

    Args:
        text: a file that can be read, without a byte-order mark.
        part: what it holds: a file of maps, or settings.
        expand: also write touchpoints of one line out.

    Returns:
        text with the line ends that it had; a second time it is the same.

    Raises:
        Unusual: it would not say the same, or a comment would be lost; the text says so.
    """
    ending = _ENDING.search(text)
    before = _ENDING.sub("\n", text)
    before += "" if before.endswith("\n") else "\n"
    after = _formatted(before, part, expand=expand)
    if after == text:
        return text
    if meaning(after) != meaning(before):
        raise Unusual("it would not say the same in another layout")
    if _remarks(before) - _remarks(after):  # one beside a `|` is none of them until it is moved
        raise Unusual("a comment stands where it would be lost")
    if _formatted(after, part, expand=expand) != after:
        raise Unusual("its comments stand where no layout keeps them in place")
    return after.replace("\n", ending[0]) if ending else after


def _formatted(text: str, part: type[Part], *, expand: bool) -> str:
    sheet = read_sheet(text)
    return write_sheet(arrange(written_out(sheet) if expand else sheet, part))


def _remarks(text: str) -> Counter[Any]:
    return Counter(comment.text for comment in comments(Document("", text), _ANY))
