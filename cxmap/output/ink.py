"""Colour on a terminal, as plain ANSI codes: no colour ever says what no word or symbol says."""

from collections.abc import Callable

from cxmap.output.results import Look

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "title": "1",
    "moment": "33",
    "quiet": "2",
    "frame": "34",
}


def painter(look: Look) -> Callable[[str, str], str]:
    """A function from a text and a style to the text in colour, or as it is where none is wanted.

    Styles are the severities' words, `title`, `moment`, `quiet` and `frame`.
    """
    return _painted if look.color else _bare


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def _bare(text: str, _style: str) -> str:
    return text
