"""Spark: a session of its own, or one of the company's cluster."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from cxmap.extras import need
from cxmap.measure.engine import LARGEST, Cell, EngineError, Held, Table
from cxmap.measure.engines import _texts
from cxmap.measure.engines._addresses import parts_of

_HELD = {
    "string": Held.TEXT,
    "tinyint": Held.WHOLE,
    "smallint": Held.WHOLE,
    "int": Held.WHOLE,
    "bigint": Held.WHOLE,
    "float": Held.NUMBER,
    "double": Held.NUMBER,
    "boolean": Held.YES_NO,
    "date": Held.DATE,
    "timestamp": Held.INSTANT,
    "timestamp_ntz": Held.TIME,
}


class SparkDialect:
    """How Spark spells the expressions that engines spell differently. The session is in UTC."""

    def name(self, name: str) -> str:
        """A quoted name."""
        return "`" + name.replace("`", "``") + "`"

    def literal(self, text: str) -> str:
        """A quoted text."""
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""
        plain = column if held is Held.TEXT else f"cast({column} as string)"
        return f"nullif(trim({plain}), '')"

    def number(self, text: str, held: Held) -> str:
        """Whole thousandths; NULL where it is no number."""
        exact = f"try_cast({text} as decimal(18, 3))"
        if held not in {Held.WHOLE, Held.NUMBER}:
            exact = (
                f"case when {text} rlike {self.literal(f'^({_texts.NUMBER})$')} then {exact} end"
            )
        thousandths = f"({exact}) * 1000"
        return f"case when abs({thousandths}) <= {LARGEST} then cast({thousandths} as bigint) end"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        if held is Held.INSTANT:
            return column
        if held is not Held.TEXT:
            return self._of_zone(f"cast({column} as timestamp_ntz)", zone)
        text = f"trim({column})"
        zoned, time = (self.literal(f"^({form})$") for form in (_texts.ZONED, _texts.TIME))
        local = self._of_zone(f"try_cast({text} as timestamp_ntz)", zone)
        return (
            f"case when {text} rlike {zoned} then try_cast({text} as timestamp)"
            f" when {text} rlike {time} then {local} end"
        )

    def _of_zone(self, local: str, zone: str) -> str:
        """What clocks of a zone show, as an instant; of an hour they show twice, the second."""
        there = self.literal(zone)
        first = f"convert_timezone({there}, 'UTC', {local})"
        second = f"{first} + interval 1 hour"
        again = f"convert_timezone('UTC', {there}, {second}) = {local}"
        return f"cast(case when {again} then {second} else {first} end as timestamp)"

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return f"unix_micros({instant})"

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        return f"datediff(cast({self._local(instant, zone)} as date), date '1970-01-01')"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone."""
        local = self._local(instant, zone)
        return f"(year({local}) * 12 + month({local}) - 1)"

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        local = f"cast({self._local(instant, zone)} as timestamp)"
        return f"(unix_micros({local}) - unix_micros(date_trunc('DAY', {local})))"

    def _local(self, instant: str, zone: str) -> str:
        return f"convert_timezone('UTC', {self.literal(zone)}, cast({instant} as timestamp_ntz))"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division."""
        return f"({dividend} div {divisor})"


class SparkEngine:
    """A Spark session."""

    name = "Spark"

    def __init__(self, url: str) -> None:
        need("spark", "pyspark")
        from pyspark.sql import SparkSession

        self.dialect = SparkDialect()
        builder: Any = SparkSession.builder
        try:
            self.session = _session(builder, url)
        except Exception:  # noqa: BLE001 (whatever it is, it may quote the address and its token)
            raise EngineError("Spark cannot be reached with this address") from None

    def table(self, name: str) -> Table:
        """A table or view by its name, with its columns."""
        sql = ".".join(self.dialect.name(part) for part in parts_of(name))
        try:
            columns = self.session.table(sql).dtypes
        except Exception:  # noqa: BLE001 (a missing table is another error on each version)
            raise EngineError(f"there is no table `{name}` that can be read") from None
        return Table(sql, {str(column): _held(str(kind)) for column, kind in columns})

    def run(self, sql: str) -> Iterator[tuple[Cell, ...]]:
        """Run one query and give its rows."""
        try:
            rows = self.session.sql(sql).collect()
        except Exception:  # noqa: BLE001 (what Spark says quotes cells)
            raise EngineError("Spark could not read the data") from None
        yield from (tuple(row) for row in rows)

    def cancel(self) -> None:
        """Stop the query that runs in another thread."""
        with suppress(Exception):  # the session may be gone already
            if hasattr(self.session, "interruptAll"):
                self.session.interruptAll()
            else:  # before Spark 4, a session without Spark Connect
                self.session.sparkContext.cancelAllJobs()

    def close(self) -> None:
        """Let go of the session."""
        self.session.stop()


def _session(builder: Any, url: str) -> Any:  # noqa: ANN401 (pyspark's two kinds of session)
    """A session whose zone is UTC: over Spark Connect, or of a master such as `local[2]`."""
    if url.startswith("sc://"):
        builder = builder.remote(url)
    else:
        master = url.removeprefix("spark://")
        local = master.startswith("local")
        builder = builder.master(master if local else url).appName("cxmap")
        if local:
            builder = builder.config("spark.ui.enabled", "false")
            builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
            builder = builder.config("spark.driver.host", "127.0.0.1")
    session = builder.getOrCreate()
    session.conf.set("spark.sql.session.timeZone", "UTC")
    return session


def _held(kind: str) -> Held:
    return Held.NUMBER if kind.startswith("decimal") else _HELD.get(kind, Held.OTHER)


def open_engine(url: str, zone: str) -> SparkEngine:
    """Open `sc://host:15002` for Spark Connect, `spark://host:7077` or `spark://local[2]`."""
    del zone
    return SparkEngine(url)
