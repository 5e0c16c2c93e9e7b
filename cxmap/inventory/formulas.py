"""Text that a spreadsheet would run as a formula, made into text; and back."""

import re

_RUNS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?%?")


def guarded(text: str) -> str:
    """A text with an apostrophe before what a spreadsheet might run; `unguarded` takes it away.

    Numbers stay as they are: they are no formulas.
    """
    return f"'{text}" if _RUNS.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded; any other text as it is."""
    return text[1:] if text[:1] == "'" and guarded(text[1:]) == text else text
