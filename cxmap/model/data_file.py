"""What a file of feedback data shows from outside, without its rows."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of feedback data.

    Attributes:
        path: from the workspace, POSIX.
        in_git: whether git keeps it, so that whoever has the repository has it too.
        columns: the names of its columns, where its beginning tells them.
    """

    path: str
    in_git: bool
    columns: tuple[str, ...]


DataFiles = Mapping[tuple[str, ...], tuple[DataFile, ...]]
"""Files by the patterns under `files` that name them."""
