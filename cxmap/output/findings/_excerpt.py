"""The lines of a file that a finding speaks of, with a gutter and the place marked under them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cxmap.output.findings._where import placed
from cxmap.output.plain import folded, head, plain, tail, width
from cxmap.source.span import Span

_LABEL_ROOM = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an excerpt: what stands in the gutter, and the text beside it."""

    gutter: str
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """How excerpts are drawn.

    Attributes:
        mark: the character under the marked text.
        dots: what stands for text that was cut off.
        paint: colours marks and labels.
        columns: how many there are right of the gutter.
    """

    mark: str
    dots: str
    paint: Callable[[str], str]
    columns: int


def excerpt(
    span: Span, label: str, lines: Sequence[str], frame: Frame, *, below: bool = False
) -> list[Row]:
    """The marked lines with the label behind the last mark; nothing where they cannot be shown.

    A place of several lines shows its first and its last. With `below`, a place on the first
    line of a list item is followed by the next line of the item: an id is better known by its name.
    """
    if not 1 <= span.line <= len(lines):
        return []
    whole = placed(span)
    if whole.end_line > len(lines):  # a block may end where the next line would begin
        whole = whole._replace(end_line=len(lines), end_column=len(lines[-1]) + 1)
    rows: list[Row] = []
    for number, start, end in _pieces(whole, lines):
        if rows and number > whole.line + 1:
            rows.append(Row("", frame.dots))
        last = number == _last_line(whole, lines)
        shown, marks = _marked(lines[number - 1], (start, end), label if last else "", frame)
        rows.append(Row(str(number), shown))
        rows.extend(Row("", text) for text in marks)
    if below and whole.line == whole.end_line and _goes_on(lines, whole.line):
        text = head(_shown(lines[whole.line]), frame.columns, frame.dots)
        rows.append(Row(str(whole.line + 1), text))
    return rows


def _pieces(span: Span, lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """What to mark: line, and from where to where in it, counted from 0."""
    last = _last_line(span, lines)
    if last == span.line:
        same = span.end_line == span.line
        yield span.line, span.column - 1, span.end_column - 1 if same else len(lines[last - 1])
        return
    yield span.line, span.column - 1, len(lines[span.line - 1])
    text = lines[last - 1]
    end = span.end_column - 1 if last == span.end_line else len(text)
    yield last, len(text) - len(text.lstrip()), end


def _last_line(span: Span, lines: Sequence[str]) -> int:
    """The last line with something marked: a place that ends where a line begins ends before it."""
    last = span.end_line
    while last > span.line and not lines[last - 1][: _end(span, last)].strip():
        last -= 1
    return last


def _end(span: Span, line: int) -> int | None:
    return span.end_column - 1 if line == span.end_line else None


def _marked(text: str, piece: tuple[int, int], label: str, frame: Frame) -> tuple[str, list[str]]:
    """The text as shown, cut around the marked piece, and the lines under it."""
    start, end = piece
    before, marked, after = _window(
        (_shown(text[:start]), _shown(text[start:end]), _shown(text[end:])), frame
    )
    offset = width(before)
    marks = frame.mark * max(1, width(marked))
    label = plain(label)
    columns = frame.columns
    shown = f"{before}{marked}{after}".rstrip()
    if offset + len(marks) + 1 + width(label) <= columns:
        return shown, [" " * offset + frame.paint(f"{marks} {label}".rstrip())]
    indent = offset if columns - offset >= _LABEL_ROOM else 0
    under = [" " * indent + frame.paint(line) for line in folded(label, columns - indent)]
    return shown, [" " * offset + frame.paint(marks), *under]


def _window(parts: tuple[str, str, str], frame: Frame) -> tuple[str, str, str]:
    """Cut a line that is too long so that the marked part and some of what is around stay."""
    before, marked, after = parts
    columns = frame.columns
    if sum(map(width, parts)) <= columns:
        return parts
    if width(before) + width(marked) > columns - width(frame.dots):
        before = tail(before, columns // 3, frame.dots)
    cut = head(marked, columns - width(before), frame.dots)
    if cut != marked:
        return before, cut, ""
    return before, marked, head(after, columns - width(before) - width(marked), frame.dots)


def _shown(text: str) -> str:
    return plain(text.replace("\t", "    "))


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether a line begins a list item, and the next line belongs to it."""
    if number >= len(lines) or not lines[number].strip():
        return False
    this, following = lines[number - 1], lines[number]
    return this.lstrip().startswith("- ") and _indent(following) > _indent(this)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
