"""Editing a text by stretches of it: every byte outside of them stays as it is."""

import codecs
from collections.abc import Iterable

Range = tuple[int, int, str]
"""From one offset to another of a text, and what to write there."""


def edited(text: str, ranges: Iterable[Range]) -> str:
    r"""The text with some stretches written anew; `\n` in them takes the form the text has.

    Args:
        text: the whole text.
        ranges: stretches that do not overlap, in any order.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    for start, end, new in sorted(ranges, reverse=True):
        text = text[:start] + new.replace("\n", ending) + text[end:]
    return text


def encoded(text: str, before: bytes) -> bytes:
    """The bytes of a text, with a byte-order mark where the bytes before had one."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()
