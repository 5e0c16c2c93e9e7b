"""Other people's text made safe to print, measured by the columns it fills, and folded."""

import re
from collections.abc import Iterable

# Whatever moves the cursor, starts an escape sequence, turns the reading direction, hides text or
# cannot be encoded. The joiners U+200C and U+200D stay: scripts and emoji need them.
ODD = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BREAKS = str.maketrans("\t\n\r", "   ")
_WORDS = re.compile(r"(?:`[^`]*`|\S)+")


def plain(text: str) -> str:
    r"""One line that hides nothing: breaks and tabs become spaces, odd characters are written out.

    An escape character shows as `\x1b` and a right-to-left override as `\u202e`, so that a map
    from a stranger can neither move the cursor nor look like something else. Joining two results
    is the result of joining the texts.
    """
    if text.isprintable():
        return text
    return ODD.sub(_written_out, text.translate(_BREAKS))


def width(text: str) -> int:
    """How many columns of a terminal a line fills."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def folded(text: str, columns: int | None) -> list[str]:
    """A line broken at spaces so that each part fits; None is no limit.

    What stands in backticks stays in one piece where a line has room for it.
    """
    if columns is None or width(text) <= columns:
        return [text]
    words: list[str] = []
    for word in _WORDS.findall(text):
        words += [word] if width(word) <= columns else word.split()
    return packed(words, columns)


def packed(words: Iterable[str], columns: int, between: str = " ") -> list[str]:
    """Words put into as few lines as they fit in, in their order."""
    lines: list[str] = []
    room = 0
    for word in words:
        needed = width(word) + len(between)
        if lines and needed <= room:
            lines[-1] += between + word
            room -= needed
        else:
            lines.append(word)
            room = columns - width(word)
    return lines


def broken(text: str, columns: int | None) -> list[str]:
    """A line folded, and broken inside words where they alone are too long, as in Japanese."""
    lines: list[str] = []
    for part in folded(text, columns):
        rest = part
        while columns is not None and width(rest) > columns:
            size = max(1, _fitting(rest, columns))
            lines.append(rest[:size])
            rest = rest[size:]
        lines.append(rest)
    return lines


def head(text: str, columns: int | None, dots: str) -> str:
    """The beginning of a line that is too long, with dots for what was cut off."""
    if columns is None or width(text) <= columns:
        return text
    return text[: _fitting(text, columns - width(dots))] + dots


def tail(text: str, columns: int | None, dots: str) -> str:
    """The end of a line that is too long, with dots for what was cut off."""
    if columns is None or width(text) <= columns:
        return text
    kept = _fitting(text[::-1], columns - width(dots))
    return dots + text[len(text) - kept :]


def _fitting(text: str, columns: int) -> int:
    """How many characters of a text fit, one by one."""
    for count, character in enumerate(text):
        columns -= width(character)
        if columns < 0:
            return count
    return len(text)


def _written_out(match: re.Match[str]) -> str:
    return ascii(match[0])[1:-1]
