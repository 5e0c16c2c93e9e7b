"""What an engine has to offer, so that the same questions can be asked of every one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from cxmap.errors import CxmapError

Cell = int | str | None
"""What comes back from an engine: a count, the name of a dimension, or nothing."""

LARGEST = 3_000_000_000
"""The largest number that is read, in thousandths: its square still has at most 64 bits."""


class EngineError(CxmapError):
    """An engine could not answer. The text is ours: what engines say may quote people's data."""


class Held(Enum):
    """What a column holds, as far as expressions have to know."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes or no"
    DATE = "date"
    TIME = "time"
    """A time without a zone: it is one of the source's zone."""
    INSTANT = "instant"
    """A time with a zone."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Table:
    """What a question is asked of.

    Attributes:
        sql: what stands after FROM, quoted already.
        columns: what each of its columns holds, by its exact name.
    """

    sql: str
    columns: Mapping[str, Held]


class Dialect(Protocol):
    """The expressions that engines spell differently. All take and give SQL text.

    A cell that cannot be read gives NULL and never an error. `held` is what the column holds.
    """

    def name(self, name: str) -> str:
        """The name of a column or table, quoted, whatever characters it has."""

    def literal(self, text: str) -> str:
        """A text, quoted, whatever characters it has."""

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""

    def number(self, text: str, held: Held) -> str:
        """A column or text as whole thousandths, half away from zero: `4.5` is 4500.

        NULL where it is no number, or beyond three thousand million thousandths.
        """

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A column as a point in time; text is read as ISO 8601, in `zone` where it names none."""

    def micros(self, instant: str) -> str:
        """Whole microseconds since 1970-01-01 00:00 UTC, negative before."""

    def day(self, instant: str, zone: str) -> str:
        """Whole days since 1970-01-01 on the calendar of a zone, negative before."""

    def month(self, instant: str, zone: str) -> str:
        """The year times twelve plus the month from 0, on the calendar of a zone."""

    def daytime(self, instant: str, zone: str) -> str:
        """Whole microseconds since midnight by the clocks of a zone."""

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division of two whole numbers that are not negative."""


class Engine(Protocol):
    """A place where data is and where questions are answered."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def dialect(self) -> Dialect:
        """How it spells expressions."""

    def table(self, name: str) -> Table:
        """A table or view by its name, `schema.table`, with its columns.

        Raises:
            EngineError: there is none, or the engine cannot be reached.
        """

    def run(self, sql: str) -> Iterator[tuple[Cell, ...]]:
        """Run one query and give its rows: whole numbers as `int`, dimensions as `str`.

        Raises:
            EngineError: it failed; never with the engine's own words in it.
        """

    def cancel(self) -> None:
        """Stop the query that runs in another thread: it fails there."""

    def close(self) -> None:
        """Let go of the connection and of every temporary file."""
