"""SQLite: a database that is a file. What it has no functions for is done by Python's own."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from cxmap.measure.engine import LARGEST, Cell, EngineError, Held, Table
from cxmap.measure.engines import _texts
from cxmap.measure.engines._addresses import file_of, parts_of
from cxmap.measure.queries.select import select

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_REMEMBERED = 1 << 16
_BATCH = 10_000
_TIMES = re.compile("DATE|TIME", re.IGNORECASE)
_NUMBERS = re.compile("REAL|FLOA|DOUB|NUMERIC|DECIMAL", re.IGNORECASE)


class SQLiteDialect:
    """How SQLite spells the expressions that engines spell differently.

    It has no type for times: an instant is its microseconds since 1970.
    """

    def name(self, name: str) -> str:
        """A quoted name."""
        return '"' + name.replace('"', '""') + '"'

    def literal(self, text: str) -> str:
        """A quoted text."""
        return "'" + text.replace("'", "''") + "'"

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""
        del held
        return f"nullif(trim(cast({column} as text)), '')"

    def number(self, text: str, held: Held) -> str:
        """Whole thousandths; NULL where it is no number."""
        del held
        return f"cx_number({text})"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        del held
        return f"cx_instant({column}, {self.literal(zone)})"

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return instant

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        return f"cx_day({instant}, {self.literal(zone)})"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone."""
        return f"cx_month({instant}, {self.literal(zone)})"

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        return f"cx_daytime({instant}, {self.literal(zone)})"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division."""
        return f"({dividend} / {divisor})"


class SQLiteEngine:
    """A SQLite database, read only."""

    name = "SQLite"

    def __init__(self, file: Path) -> None:
        self.dialect = SQLiteDialect()
        try:
            self._connection = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode=ro",
                uri=True,
                check_same_thread=False,  # one after the other, each query in a thread of its own
            )
        except sqlite3.Error:
            raise EngineError("the SQLite database cannot be opened") from None
        for function in (_number, _instant, _day, _month, _daytime):
            count = function.__wrapped__.__code__.co_argcount
            name = f"cx{function.__name__}"
            self._connection.create_function(name, count, function, deterministic=True)

    def table(self, name: str) -> Table:
        """A table or view by its name, with its columns."""
        parts = parts_of(name)
        sql = ".".join(map(self.dialect.name, parts))
        told = ", ".join(map(self.dialect.literal, reversed(parts)))  # the schema comes last here
        try:
            self._connection.execute(select(["*"], sql, most=0))
            rows = self._connection.execute(
                f"select name, type from pragma_table_info({told})"  # noqa: S608 (quoted)
            ).fetchall()
        except sqlite3.Error:
            raise EngineError(f"there is no table `{name}` that can be read") from None
        return Table(sql, {str(column): _held(str(kind)) for column, kind in rows})

    def run(self, sql: str) -> Iterator[tuple[Cell, ...]]:
        """Run one query and give its rows."""
        try:
            found = self._connection.execute(sql)
            while rows := found.fetchmany(_BATCH):
                yield from rows
        except sqlite3.Error:
            raise EngineError("SQLite could not read the data") from None

    def cancel(self) -> None:
        """Stop the query that runs in another thread."""
        with suppress(sqlite3.Error):
            self._connection.interrupt()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def _held(kind: str) -> Held:
    """What a column of a type holds; SQLite knows times only by the name of their type."""
    if _TIMES.search(kind):
        return Held.TEXT
    if "INT" in kind.upper():
        return Held.WHOLE
    return Held.NUMBER if _NUMBERS.search(kind) else Held.TEXT


@lru_cache(_REMEMBERED)
def _number(cell: str | float | bytes | None) -> int | None:
    if cell is None or isinstance(cell, bytes):
        return None
    text = str(cell).strip(" ")
    if not isinstance(cell, float) and not re.fullmatch(_texts.NUMBER, text):
        return None
    try:
        exact = Decimal(text).scaleb(3).to_integral_value(ROUND_HALF_UP)
    except ArithmeticError:
        return None
    return int(exact) if abs(exact) <= LARGEST else None


@lru_cache(_REMEMBERED)
def _instant(cell: str | float | bytes | None, zone: str) -> int | None:
    if not isinstance(cell, str) or not re.fullmatch(_texts.TIME, cell.strip(" ")):
        return None
    try:
        time = datetime.fromisoformat(cell.strip(" "))
        if time.tzinfo is None:
            time = _standard(time.replace(tzinfo=ZoneInfo(zone)))
        return (time - _EPOCH) // _MICRO
    except (ValueError, OverflowError):
        return None


def _standard(time: datetime) -> datetime:
    """Of an hour that the clocks show twice, the second; one they leave out counts as after it."""
    return min(time.replace(fold=0), time.replace(fold=1), key=lambda t: t.utcoffset() or _MICRO)


@lru_cache(_REMEMBERED)
def _day(instant: int | None, zone: str) -> int | None:
    if instant is None:
        return None
    return _local(instant, zone).date().toordinal() - date(1970, 1, 1).toordinal()


@lru_cache(_REMEMBERED)
def _month(instant: int | None, zone: str) -> int | None:
    if instant is None:
        return None
    local = _local(instant, zone)
    return local.year * 12 + local.month - 1


@lru_cache(_REMEMBERED)
def _daytime(instant: int | None, zone: str) -> int | None:
    if instant is None:
        return None
    local = _local(instant, zone)
    return (local - local.replace(hour=0, minute=0, second=0, microsecond=0)) // _MICRO


def _local(instant: int, zone: str) -> datetime:
    return (_EPOCH + instant * _MICRO).astimezone(ZoneInfo(zone))


def open_engine(url: str, zone: str) -> SQLiteEngine:
    """Open a SQLite database, read only: `sqlite:///path/to/file.sqlite`."""
    del zone
    return SQLiteEngine(Path(file_of(url)))
