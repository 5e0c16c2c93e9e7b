"""What an import reads: the touchpoints, and all that a user has to be told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import ValidationError

from cxmap.inventory.inventory import NO_DOCUMENT, Answers, settled
from cxmap.model.part import Part
from cxmap.model.refused import OURS
from cxmap.source.packed import Raw

MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST = 32_767
"""Characters a cell may have, as in spreadsheets."""


class Asked(NamedTuple):
    """What a user says of a file.

    Attributes:
        name: the file, for messages.
        encoding: of its text, or nothing.
        delimiter: what parts its cells, or nothing.
        columns: keys by the header that a user named for them.
        usual: the same for the lists of a whole workspace, as its settings say.
        stage_rows: a row with one filled cell is the name of a stage.
        sheet: which sheet of a workbook, or nothing.
    """

    name: str
    encoding: str = ""
    delimiter: str = ""
    columns: Mapping[str, str] = {}
    usual: Mapping[str, str] = {}
    stage_rows: bool = False
    sheet: str = ""

    @property
    def named(self) -> Mapping[str, str]:
        """Keys by header; what is said of this file wins."""
        said = set(self.columns.values())
        return {**{h: k for h, k in self.usual.items() if k not in said}, **self.columns}


class Rejected(NamedTuple):
    """A row that could not be taken over."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """A touchpoint or stage as it was read, and the line it was read from.

    Attributes:
        stage: the answers of its stage, `name` among them.
        touchpoint: its answers; None where the line names a stage only.
        line: the line, or the row of a sheet.
        heading: the number of the heading it stands below, in forms in which each heading begins
            another stage, whatever its name.
    """

    stage: Answers
    touchpoint: Answers | None
    line: int
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        found: touchpoints and stages in order.
        title: the journey's name, where the file has one.
        journey: its id, where the file has one.
        state: `current` or `target`, where the file says so.
        columns: what became of the columns: a header and its key.
        rejected: the rows that were not taken over.
        notes: what else to tell, each a line.
        unit: what the numbers of lines count.
    """

    found: tuple[Found, ...]
    title: str = ""
    journey: str = ""
    state: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    unit: str = "line"


def sound(answers: Mapping[str, Raw], part: type[Part], line: int) -> tuple[Answers, list[str]]:
    """Answers of which each is one that its key takes; the others are kept as own keys, `x-…`.

    Args:
        answers: by key, without their id where none is written.
        part: what they are about.
        line: where they stand.

    Returns:
        the answers, and a note for each that was moved.
    """
    kept = dict(settled(answers, part))
    notes = []
    for key, message in _refused(kept, part):
        value = kept.pop(key)
        own = next(k for k in _own_names(key) if k not in kept)
        kept[own] = value
        notes.append(f"line {line}: {message}; kept as `{own}`")
    return kept, notes


def _refused(answers: Answers, part: type[Part]) -> Iterable[tuple[str, str]]:
    try:
        part.model_validate(dict(answers), context=NO_DOCUMENT)
    except ValidationError as error:
        found: dict[str, str] = {}
        for problem in error.errors(include_url=False, include_input=False):
            key = str(problem["loc"][0]) if problem["loc"] else ""
            if key in answers:
                words = problem["msg"] if problem["type"] == OURS else ""
                found.setdefault(key, words or f"`{key}` takes no such answer")
        return found.items()
    return ()


def _own_names(key: str) -> Iterable[str]:
    yield f"x-{key}"
    for number in range(2, 1000):
        yield f"x-{key}-{number}"
