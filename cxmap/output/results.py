"""What a check found, as every output format of findings receives it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from cxmap.about import About
from cxmap.finding import Finding
from cxmap.model.coverage import Breakdown

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Checked:
    """A journey map that was read: its item path, such as `onboarding@current`, title and file."""

    item: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Results:
    """Everything one run found.

    Attributes:
        command: `validate` or `lint`.
        findings: by file and place, each with its fingerprint; suppressed ones included.
        files: how many files were read.
        journeys: the journey maps read, current and target each counting.
        touchpoints: how many touchpoints those hold.
        coverage: by question, what, who, how, when, measure, voice, in that order; as a whole, and
            by map, stage and team.
        today: the date the clock rules used.
        rules: the rules that ran.
        lines: gives the lines of a file, without line ends, for excerpts; none where it is gone.
        base: the way from the folder the command runs in to the workspace, such as `maps`, empty
            where they are the same; what people click on and hosts annotate begins with it.
        new: fingerprints of what an older revision or a baseline did not have; empty where none
            was compared.
        known: how many findings are left out, since they were there before.
        shortfalls: in words, where coverage is less than it has to be.
    """

    command: str
    findings: tuple[Finding, ...]
    files: int
    journeys: tuple[Checked, ...]
    touchpoints: int
    coverage: Breakdown
    today: date
    rules: tuple[About, ...]
    lines: Callable[[str], Sequence[str]]
    base: str = ""
    new: frozenset[str] = frozenset()
    known: int = 0
    shortfalls: tuple[str, ...] = ()

    def journey_count(self) -> int:
        """How many journeys were read; a current and a target map are one journey."""
        return len({journey.item.partition("@")[0] for journey in self.journeys})


@dataclass(frozen=True, slots=True)
class Look:
    """How text may look where it is going.

    Attributes:
        color: ANSI colours are welcome.
        width: columns of the terminal; None in a pipe, where nothing is folded.
        height: rows of the terminal; None where nobody looks at a screen.
        unicode: symbols beyond ASCII are welcome.
        most: how many findings text formats show before they count the rest; None for all.
    """

    color: bool = False
    width: int | None = None
    height: int | None = None
    unicode: bool = True
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Format(Generic[Shown]):
    """One way to write what is shown, such as results: its name, and a function to the text."""

    name: str
    write: Callable[[Shown, Look], str]
