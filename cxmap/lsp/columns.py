"""Columns as editors count them, and back: UTF-16 units unless both sides agreed on others."""

from collections.abc import Callable, Mapping, Sequence

from lsprotocol import types

from cxmap.source.span import Span

UTF_16 = "utf-16"
_WIDE = 0xFFFF  # what lies beyond takes two units of UTF-16


def _utf_16(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(ord(c) > _WIDE for c in text)


def _utf_8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


_UNITS: Mapping[str, Callable[[str], int]] = {UTF_16: _utf_16, "utf-8": _utf_8, "utf-32": len}


def to_range(span: Span, lines: Sequence[str], units: str = UTF_16) -> types.Range:
    """The range of a span; the beginning of the file where the span is the whole of it."""
    if not span.line:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    return types.Range(
        _position(span.line, span.column, lines, units),
        _position(span.end_line, span.end_column, lines, units),
    )


def _position(line: int, column: int, lines: Sequence[str], units: str) -> types.Position:
    text = lines[line - 1] if line <= len(lines) else ""
    return types.Position(line - 1, _UNITS[units](text[: column - 1]))


def from_position(
    position: types.Position, lines: Sequence[str], units: str = UTF_16
) -> tuple[int, int]:
    """Line and column, both from 1, of a position; one past the end means the end."""
    if position.line >= len(lines):
        return len(lines), len(lines[-1]) + 1 if lines else 1
    text = lines[position.line]
    count, column = _UNITS[units], 0
    left = position.character
    if text.isascii():
        return position.line + 1, min(left, len(text)) + 1
    while column < len(text) and left >= (width := count(text[column])):
        left -= width
        column += 1
    return position.line + 1, column + 1
