"""Texts from maps as safe markup: notes in Markdown, messages with code words."""

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_CODE = re.compile(r"`([^`]+)`")
_ON = ("list", "link", "emphasis", "backticks", "escape", "newline", "entity", "autolink")


def is_safe_link(address: str) -> bool:
    """Whether an address may be followed from a page: http, https or mailto, and nothing else."""
    return _SAFE_LINK.fullmatch(address.strip()) is not None


def note(text: str) -> Markup:
    """A note in Markdown: paragraphs, lists, emphasis, code and safe links.

    Neither HTML nor headings nor pictures: a page loads nothing and keeps its own outline.
    """
    return Markup(_parser().render(text))  # noqa: S704 (the parser escapes all it does not know)


def code(text: str) -> Markup:
    """A message whose words in backticks are code."""
    words = _CODE.split(text)
    return Markup().join(
        Markup("<code>{}</code>").format(word) if number % 2 else escape(word)
        for number, word in enumerate(words)
    )


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "linkify": False}).enable(list(_ON))
    # The parser's own way to restrict links is to put another function in the place of its own.
    parser.validateLink = is_safe_link  # type: ignore[assignment,method-assign]
    return parser
