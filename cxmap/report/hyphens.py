"""Breaks in long words and addresses, since browsers hyphenate unevenly and some not at all."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyphen import Pyphen

LONG = 12
"""Words over this many letters get hyphens."""

_SOFT, _NOWHERE = "\u00ad", "\u200b"  # a break with a hyphen, and one without
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG + 1},}}")
_WIDE = 24
_UNBROKEN = re.compile(rf"[^\s{_SOFT}{_NOWHERE}]{{{_WIDE}}}(?=[^\s{_SOFT}{_NOWHERE}]{{4}})")
"""So much of an address, or of a word no dictionary knows, that it would push a column wide."""


def hyphenator(language: str) -> "Callable[[str], str]":
    """A function that puts soft hyphens into long words, and breaks into what is longer still.

    Args:
        language: such as `de` or `en-CA`; texts in one that has no dictionary stay as they are.
    """

    @lru_cache(maxsize=16_384)
    def long_word(word: str) -> str:
        dictionary = _dictionary(language)
        return str(dictionary.inserted(word, _SOFT)) if dictionary is not None else word

    @lru_cache(maxsize=16_384)  # a name stands on many pages, and on some of them in every row
    def soft(text: str) -> str:
        if len(text) <= LONG:
            return text
        broken = _LONG_WORD.sub(lambda found: long_word(found[0]), text)
        return _UNBROKEN.sub(rf"\g<0>{_NOWHERE}", broken) if len(text) > _WIDE else broken

    return soft


@lru_cache(maxsize=8)
def _dictionary(language: str) -> "Pyphen | None":
    from pyphen import Pyphen, language_fallback

    found = language_fallback(language.replace("-", "_"))
    return Pyphen(lang=found) if found else None
