"""Small things that all drawings need."""

import unicodedata

from markupsafe import Markup

DIAMOND = '<path d="M0-8.5 8.5 0 0 8.5-8.5 0z"/>'
"""The mark of a moment of truth, around its own middle."""


def number(value: float) -> str:
    """A coordinate with at most two decimals and nothing else: 20, 6.67, 0."""
    if value == int(value):
        return str(int(value))
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(fraction: float) -> str:
    """A share of the width: 0.2 is `20%`."""
    return f"{number(100 * fraction)}%"


def safe(*parts: str) -> Markup:
    """Put together markup whose texts have been escaped."""
    return Markup("".join(parts))  # noqa: S704 (callers escape what comes from maps)


def width(text: str, letter: float = 6.8) -> float:
    """About how many pixels a short text of 11 to 12 pixels fills; wide characters count double."""
    return sum(2 * letter if unicodedata.east_asian_width(c) in "WF" else letter for c in text)
