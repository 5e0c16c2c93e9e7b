"""Patterns for files, written as in `.gitignore`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def patterns(lines: Sequence[str]) -> "GitIgnoreSpec":
    """The patterns on some lines; as in git, a line that is none matches nothing."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines([line for line in lines if is_glob(line)])


def is_glob(text: str) -> bool:
    """Whether a text is a pattern: a lone `!` is none, nor is one with a backslash at its end."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([text])
    except ValueError:
        return False
    return True
