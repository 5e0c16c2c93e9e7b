"""The symbols of `sprite.svg`, as they stand beside words."""

from functools import cache

from markupsafe import Markup


@cache
def glyph(name: str) -> Markup:
    """A small mark such as `mot`, `hole` or `ok`; the words beside it say the same."""
    return Markup('<svg class="g" aria-hidden="true"><use href="#g-{}"/></svg>').format(name)


@cache
def icon(name: str) -> Markup:
    """The icon of a channel or a tool, such as `email` or `clock`."""
    return Markup('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)
