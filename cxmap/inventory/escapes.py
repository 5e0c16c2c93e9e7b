"""Workbooks write characters as `_x000D_`; a text that looks like one is written apart.

LibreOffice reads such a text as it is meant and writes it as it stands, so that only what is
surely apart is put together again.
"""

import re

_LOOKS = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_APART = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """A text as a workbook holds it."""
    return _LOOKS.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """The text that a workbook holds."""
    return _APART.sub("_", text)
