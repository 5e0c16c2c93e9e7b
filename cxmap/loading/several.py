"""Several answers in one text, as in `how: email, phone`, and a list where one text is due."""

import re
from collections.abc import Callable, Sequence

from cxmap.finding import Edit, Fix
from cxmap.model.mentions import Mention
from cxmap.model.notes import ONE_LINE
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.place import at
from cxmap.source.span import Span
from cxmap.words import cut

_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+and\s+", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W_](?:[\w .@-]*\w)?")
_IN_BRACKETS = re.compile(r"[\[,]\s*$")
_IN_LINES = re.compile(r"\s*-\s+")
_CLOSED = re.compile(r"\s*,?\s*\]")


def several(text: str, known: Callable[[str], str | None]) -> tuple[str, ...]:
    """The answers that a text lists; none unless there are two or more, and all are known.

    Args:
        text: what is written.
        known: how one answer is to be written; None for what nobody knows.
    """
    pieces = tuple(map(known, _BETWEEN.split(text.strip())))
    sound = tuple(piece for piece in pieces if piece and _PLAIN.fullmatch(piece))
    return sound if len(set(sound)) > 1 and sound == pieces else ()


def as_list(found: Mention, pieces: tuple[str, ...]) -> Fix | None:
    """Write the answers of one text as a list, where its key takes one and it stands on one line.

    Where they are the words that were written, nothing else can have been meant.
    """
    span, written = found.span, found.holder.written
    if written is None or found.item is None or span.line != span.end_line:
        return None
    if ONE_LINE in (written.notes or {}):
        return None
    text = f"[{', '.join(pieces)}]"
    if written.is_list(found.key):
        before = written.document.lines[span.line - 1][: span.column - 1]
        if _IN_BRACKETS.search(before):
            text = ", ".join(pieces)
        elif _IN_LINES.fullmatch(before):
            text = f"\n{before}".join(pieces)
        else:
            return None
    certain = tuple(_BETWEEN.split(found.text.strip())) == pieces
    return Fix(f"write {', '.join(pieces)} as a list", (Edit(span, text),), safe=certain)


def without_brackets(
    document: Document, raw: Raw, route: Sequence[str | int], written: list[Raw], whole: Span
) -> Fix | None:
    """A list of one text, where one text is due, means that text."""
    if len(written) != 1 or not isinstance(written[0], str):
        return None
    item = at(document, raw, (*route, 0))
    if not whole.line == item.line == item.end_line:
        return None
    line = document.lines[item.line - 1]
    begun = line[whole.column - 1 : item.column - 1].strip()
    closed = _CLOSED.match(line, item.end_column - 1)
    if begun != "-" and not (begun == "[" and closed):
        return None
    end = closed.end() + 1 if closed and begun == "[" else item.end_column
    place = whole._replace(end_line=item.line, end_column=end)
    text = line[item.column - 1 : item.end_column - 1]
    return Fix(f"write `{cut(written[0])}`", (Edit(place, text),), safe=True)
