"""DuckDB: the engine inside this program, for files and for its own databases."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cxmap.extras import need
from cxmap.measure.engine import LARGEST, Cell, EngineError, Held, Table
from cxmap.measure.engines._addresses import file_of, parts_of
from cxmap.measure.patience import MOST_PRIVATE
from cxmap.measure.queries.select import select

_HELD = {
    "VARCHAR": Held.TEXT,
    "BOOLEAN": Held.YES_NO,
    "DATE": Held.DATE,
    "TIMESTAMP": Held.TIME,
    "TIMESTAMP_S": Held.TIME,
    "TIMESTAMP_MS": Held.TIME,
    "TIMESTAMP_NS": Held.TIME,
    "TIMESTAMP WITH TIME ZONE": Held.INSTANT,
    "FLOAT": Held.NUMBER,
    "DOUBLE": Held.NUMBER,
    "ENUM": Held.TEXT,
}
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_BATCH = 10_000
_FARTHEST = 16 * 60 * 60 * 1_000_000
"""No zone was ever farther from UTC than so many microseconds."""


class DuckDBDialect:
    """How DuckDB spells the expressions that engines spell differently."""

    def name(self, name: str) -> str:
        """A quoted name."""
        return '"' + name.replace('"', '""') + '"'

    def literal(self, text: str) -> str:
        """A quoted text."""
        return "'" + text.replace("'", "''") + "'"

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""
        if held is Held.TEXT:
            return _without_blanks(column)
        plain = f"cast({column} as varchar)"
        return _without_blanks(plain) if held is Held.OTHER else plain

    def number(self, text: str, held: Held) -> str:
        """Whole thousandths; NULL where it is no number."""
        if held is Held.WHOLE:
            return (
                f"case when {text} between -3000000 and 3000000"
                f" then cast({text} as bigint) * 1000 end"
            )
        thousandths = f"try_cast({text} as decimal(18, 3)) * 1000"
        return f"case when abs({thousandths}) <= {LARGEST} then cast({thousandths} as bigint) end"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        if held is Held.INSTANT:
            return column
        if held is Held.TEXT:
            # A text with a zone of its own keeps it; the others are of the session's zone.
            casts = (f"try_cast({cell} as timestamptz)" for cell in (column, f"trim({column})"))
            return f"coalesce({', '.join(casts)})"  # few have to be trimmed, which takes long
        return f"(cast({column} as timestamp) at time zone {self.literal(zone)})"

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return f"epoch_us({instant})"

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        local = f"({instant} at time zone {self.literal(zone)})"
        return f"(cast({local} as date) - date '1970-01-01')"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone; NULL beyond the years DuckDB can tell.

        What a zone's clocks show takes eight times as long as the month in UTC, which is the same
        but for the hours where it turns. So only there the zone is asked.
        """
        local = f"({instant} at time zone {self.literal(zone)})"
        early, late = (
            f"make_timestamp(epoch_us({instant}) {sign} {_FARTHEST})" for sign in ("-", "+")
        )
        return (
            f"try(case when month({early}) = month({late})"
            f" then year({early}) * 12 + month({early}) - 1"
            f" else date_diff('month', timestamp '0000-01-01', {local}) end)"
        )

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        local = f"({instant} at time zone {self.literal(zone)})"
        return f"(epoch_us({local}) - epoch_us(date_trunc('day', {local})))"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division."""
        return f"({dividend} // {divisor})"


class DuckDBEngine:
    """A DuckDB that reads nothing but what it was given."""

    name = "DuckDB"

    def __init__(
        self,
        database: str = ":memory:",
        *,
        allowed: Sequence[Path] = (),
        zone: str = "UTC",
        memory: str = "4GB",
    ) -> None:
        """Open it.

        Args:
            database: a file, opened read only; by default nothing but memory.
            allowed: the only files that may be read, beside those in `folder`.
            zone: of times that name none.
            memory: how much it may take; what does not fit goes to private files.

        Raises:
            CxmapError: it is not installed, or cannot be opened.
        """
        need("data", "duckdb")
        import duckdb

        self.dialect = DuckDBDialect()
        self.called: dict[str, str] = {}
        """What the files that are read are called, for errors."""
        # Goes with the program at the latest, however that ends.
        self._private = TemporaryDirectory(prefix="cxmap-data-", ignore_cleanup_errors=True)
        self.folder = Path(self._private.name)
        self.errors: type[Exception] = duckdb.Error
        self._too_much: type[Exception] = duckdb.OutOfMemoryException
        self._memory = memory
        try:
            self.connection = duckdb.connect(
                database,
                read_only=database != ":memory:",
                config={
                    "autoinstall_known_extensions": "false",
                    "autoload_known_extensions": "false",
                    "allow_community_extensions": "false",
                    "python_enable_replacements": "false",
                    "temp_directory": str(self.folder),
                    "max_temp_directory_size": f"{MOST_PRIVATE}GB",
                    "memory_limit": memory,
                    "preserve_insertion_order": "false",
                },
            )
        except duckdb.Error:
            self._private.cleanup()
            raise EngineError("the database cannot be opened") from None
        files = ", ".join(self.dialect.literal(str(file)) for file in allowed)
        self.connection.execute(f"set TimeZone = {self.dialect.literal(zone)}")
        self.connection.execute(f"set allowed_paths = [{files}]")
        folder = self.dialect.literal(str(self.folder))
        self.connection.execute(f"set allowed_directories = [{folder}]")
        self.connection.execute("set enable_external_access = false")
        self.connection.execute("set lock_configuration = true")

    def table(self, name: str) -> Table:
        """A table or view by its name, with its columns."""
        sql = ".".join(self.dialect.name(part) for part in parts_of(name))
        return self.relation(sql, f"there is no table `{name}` that can be read")

    def relation(self, sql: str, missing: str) -> Table:
        """What stands after FROM, with its columns.

        Raises:
            EngineError: it cannot be read; the text is `missing`.
        """
        try:
            rows = self.connection.execute("describe " + select(["*"], sql)).fetchall()
        except self.errors:
            raise EngineError(missing) from None
        return Table(sql, {str(row[0]): held(str(row[1])) for row in rows})

    def run(self, sql: str) -> Iterator[tuple[Cell, ...]]:
        """Run one query and give its rows."""
        try:
            found = self.connection.execute(sql)
            while rows := found.fetchmany(_BATCH):
                yield from rows
        except self._too_much:
            raise EngineError(
                f"it takes more than {self._memory} of memory and {MOST_PRIVATE} GB on the disk"
            ) from None
        except self.errors as error:
            named = [path for file, path in self.called.items() if file in str(error)]
            known = named or list(self.called.values())  # one that is alone need not be named
            what = known[0] if len(known) == 1 else "the data"
            raise EngineError(f"DuckDB could not read {what}") from None

    def cancel(self) -> None:
        """Stop the query that runs in another thread."""
        with suppress(self.errors):
            self.connection.interrupt()

    def close(self) -> None:
        """Let go of the connection and of every temporary file."""
        with suppress(self.errors):  # it is busy where a query does not stop when it is told to
            self.connection.close()
        self._private.cleanup()


def _without_blanks(text: str) -> str:
    """A text without blanks around it; looking for a blank is quicker than cutting them off."""
    cut = f"nullif(trim({text}), '')"
    return f"case when contains({text}, ' ') then {cut} when {text} <> '' then {text} end"


def held(kind: str) -> Held:
    """What a column of a type holds."""
    if kind in _HELD:
        return _HELD[kind]
    if kind.removeprefix("U") in _WHOLE:
        return Held.WHOLE
    if kind.startswith("DECIMAL"):
        return Held.NUMBER
    return Held.TEXT if kind.startswith("ENUM") else Held.OTHER


def open_engine(url: str, zone: str) -> DuckDBEngine:
    """Open a DuckDB database, read only: `duckdb:///path/to/file.duckdb`."""
    return DuckDBEngine(file_of(url), zone=zone)
