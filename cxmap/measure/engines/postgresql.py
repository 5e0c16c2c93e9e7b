"""PostgreSQL, and what speaks its language, through a driver that is Python alone."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from functools import partial
from math import ceil
from urllib.parse import parse_qs, unquote, urlsplit

from cxmap.extras import need
from cxmap.measure.engine import LARGEST, Cell, EngineError, Held, Table
from cxmap.measure.engines import _texts
from cxmap.measure.engines._addresses import parts_of
from cxmap.measure.patience import STOPPING, left

_HELD = {
    "text": Held.TEXT,
    "character varying": Held.TEXT,
    "character": Held.TEXT,
    "smallint": Held.WHOLE,
    "integer": Held.WHOLE,
    "bigint": Held.WHOLE,
    "numeric": Held.NUMBER,
    "real": Held.NUMBER,
    "double precision": Held.NUMBER,
    "boolean": Held.YES_NO,
    "date": Held.DATE,
    "timestamp without time zone": Held.TIME,
    "timestamp with time zone": Held.INSTANT,
}
_PORT = 5432
_PATIENCE = 30
"""Seconds to wait for a server that does not answer."""


class PostgreSQLDialect:
    """How PostgreSQL spells the expressions that engines spell differently.

    It has no cast that gives NULL for what cannot be read, so texts are looked at before.
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
        exact = f"cast({text} as numeric)"
        if held not in {Held.WHOLE, Held.NUMBER}:
            exact = f"case when {text} ~ '^({_texts.NUMBER})$' then {exact} end"
        thousandths = f"round(({exact}) * 1000)"
        return f"case when abs({thousandths}) <= {LARGEST} then cast({thousandths} as bigint) end"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        if held is Held.INSTANT:
            return column
        if held is Held.TEXT:
            return self._read(f"trim({column})", zone)
        return f"(cast({column} as timestamp) at time zone {self.literal(zone)})"

    def _read(self, text: str, zone: str) -> str:
        zoned = f"{text} ~ '^({_texts.ZONED})$' then cast({text} as timestamptz)"
        local = f"cast({text} as timestamp) at time zone {self.literal(zone)}"
        time = f"case when {zoned} else {local} end"
        month = f"to_date(substr({text}, 1, 7), 'YYYY-MM')"
        last = f"extract(day from {month} + interval '1 month' - interval '1 day')"
        there = f"substr({text}, 1, 4) > '0000' and cast(substr({text}, 9, 2) as int) <= {last}"
        # Only the branches of a CASE are sure to be looked at in their order.
        sound = f"case when {there} then {time} end"
        return f"(case when {text} ~ '^({_texts.TIME})$' then {sound} end)"

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return f"cast(extract(epoch from {instant}) * 1000000 as bigint)"

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        return f"(cast({self._local(instant, zone)} as date) - date '1970-01-01')"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone."""
        local = self._local(instant, zone)
        year, month = (
            f"cast(extract({part} from {local}) as bigint)" for part in ("year", "month")
        )
        return f"({year} * 12 + {month} - 1)"

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        local = self._local(instant, zone)
        return f"cast(extract(epoch from {local} - date_trunc('day', {local})) * 1000000 as bigint)"

    def _local(self, instant: str, zone: str) -> str:
        return f"({instant} at time zone {self.literal(zone)})"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division."""
        return f"({dividend} / {divisor})"


class PostgreSQLEngine:
    """A PostgreSQL database, in a session that can only read."""

    name = "PostgreSQL"

    def __init__(self, url: str) -> None:
        need("postgres", "pg8000")
        import pg8000.native

        self.dialect = PostgreSQLDialect()
        parts = urlsplit(url)
        secure = parse_qs(parts.query).get("sslmode", ["prefer"])[-1] not in {"disable", "prefer"}
        try:
            self._connect: Callable[[], pg8000.native.Connection] = partial(
                pg8000.native.Connection,
                unquote(parts.username or ""),
                host=unquote(parts.hostname or "localhost"),
                port=parts.port or _PORT,
                database=unquote(parts.path.lstrip("/")) or None,
                password=unquote(parts.password) if parts.password else None,
                ssl_context=True if secure else None,
                timeout=_PATIENCE,
                application_name="cxmap",
            )
            self._connection = self._connect()
            self._connection._usock.settimeout(None)  # noqa: SLF001 (a query may take its time)
            self._connection.run("set session characteristics as transaction read only")
            self._connection.run("set time zone 'UTC'")
            if seconds := left():  # should this program be gone by then
                most = ceil((seconds + STOPPING) * 1000)
                self._connection.run(f"set statement_timeout = {most}")
            self._process = self._connection.run("select pg_backend_pid()")[0][0]
        except Exception:  # noqa: BLE001 (whatever it is, it may quote the address and its password)
            raise EngineError("the PostgreSQL server cannot be reached with this address") from None

    def table(self, name: str) -> Table:
        """A table or view by its name, with its columns."""
        sql = ".".join(self.dialect.name(part) for part in parts_of(name))
        columns = self._ask(
            "select attname, format_type(atttypid, null) from pg_attribute"  # noqa: S608 (it is quoted)
            f" where attrelid = to_regclass({self.dialect.literal(sql)})"
            " and attnum > 0 and not attisdropped order by attnum"
        )
        if not columns:
            raise EngineError(f"there is no table `{name}` that can be read")
        return Table(
            sql, {str(column): _HELD.get(str(kind), Held.OTHER) for column, kind in columns}
        )

    def run(self, sql: str) -> Iterator[tuple[Cell, ...]]:
        """Run one query and give its rows."""
        for row in self._ask(sql):
            # Sums of 64-bit numbers are numerics here.
            yield tuple(int(cell) if isinstance(cell, Decimal) else cell for cell in row)

    def _ask(self, sql: str) -> list[list[Cell | Decimal]]:
        try:
            found = self._connection.execute_simple(sql).rows
        except Exception:  # noqa: BLE001 (what the server says quotes cells)
            raise EngineError("PostgreSQL could not read the data") from None
        return list(found or ())

    def cancel(self) -> None:
        """Stop the query that runs in another thread, as the server has it: over a second line."""
        with suppress(Exception):  # the server ends it itself at the latest
            second = self._connect()
            second.run("select pg_cancel_backend(:pid)", pid=self._process)
            second.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def open_engine(url: str, zone: str) -> PostgreSQLEngine:
    """Open `postgresql://user:password@host:5432/database?sslmode=require`."""
    del zone
    return PostgreSQLEngine(url)
