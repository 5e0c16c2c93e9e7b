"""Text from maps inside Markdown, as text: no markup, no link, and nobody is called by name."""

import re

from cxmap.output.plain import plain

_MARKUP = {ord(character): f"&#{ord(character)};" for character in "\\`*_[]|~$!#<>&"}
_APART = "&#8203;"
_CALLS = re.compile(r"(?<=@)|(?<=[#!~%$&])(?=\w)|(?<=://)|(?i:(?<=www)(?=\.)|(?<=gh)(?=-\d))")
_CODE = re.compile(r"`([^`]+)`")


def cell(text: str) -> str:
    """A text for a table cell or a list; code words in backticks become code.

    Characters of markup become entities, which are never read as markup. An invisible space
    parts what a host would turn into a mention, a reference or a link: `@name`, `#12`, `://`.
    """
    words = _CODE.split(plain(text))
    return "".join(
        f"<code>{_literal(word)}</code>" if number % 2 else _literal(word)
        for number, word in enumerate(words)
    )


def _literal(text: str) -> str:
    return _APART.join(part.translate(_MARKUP) for part in _CALLS.split(text))
