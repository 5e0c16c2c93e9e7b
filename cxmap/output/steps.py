"""What a format of the programme's steps is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxmap.output.results import Look
from cxmap.programme import Step


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write the steps: its name and a function to the whole text."""

    name: str
    write: Callable[[Sequence[Step], Look], str]
