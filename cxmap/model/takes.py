"""What an answer looks like from outside: in words for people, in JSON Schema for editors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)  # type annotations must be hashable
class Takes:
    """Marks a field with what it takes; stands beside the function that reads the answer.

    Attributes:
        words: for a table, such as `a date, year-month-day`.
        schema: JSON Schema of the answer as YAML 1.2 reads it. It may let through what the reader
            refuses, and never the other way round.
    """

    words: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)  # type annotations must be hashable
class Explained:
    """Marks a field of choices with a few words for each, looked up when somebody asks."""

    words: Callable[[], Mapping[str, str]]


def any_case(word: str) -> str:
    """A pattern for a word in capitals, small letters or both, in every dialect of patterns."""
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else c for c in word)


TEXT = Takes("text", {"$ref": "#/$defs/text"})
"""One text. A number or `true` is text where text is asked."""

ANYTHING = Takes("anything", {"type": ["object", "array", "string", "number", "boolean", "null"]})
"""Whatever YAML can say."""
