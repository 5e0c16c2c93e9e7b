"""A stretch of text in a file."""

from typing import NamedTuple


class Span(NamedTuple):
    """Where something stands: a POSIX path relative to the workspace, and 1-based positions.

    Columns count code points. The end is exclusive: `end_column` is the column after the last
    character. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
