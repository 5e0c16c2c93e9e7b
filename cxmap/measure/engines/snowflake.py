"""Snowflake. Its SQL is held to Snowflake's grammar in tests; no test runs it in an account."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from cxmap.extras import need
from cxmap.measure.engine import LARGEST, Held
from cxmap.measure.engines import _texts
from cxmap.measure.engines._dbapi import TYPES, DatabaseEngine, connected, information_schema

_HELD = {
    **TYPES,
    "timestamp_ntz": Held.TIME,
    "timestamp_ltz": Held.INSTANT,
    "timestamp_tz": Held.INSTANT,
}


class SnowflakeDialect:
    """How Snowflake spells the expressions that engines spell differently.

    An instant is a time without zone that is one of UTC: so no setting of a session has a say.
    """

    def name(self, name: str) -> str:
        """A quoted name."""
        return '"' + name.replace('"', '""') + '"'

    def literal(self, text: str) -> str:
        """A quoted text."""
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""
        del held
        return f"nullif(trim(cast({column} as varchar)), '')"

    def number(self, text: str, held: Held) -> str:
        """Whole thousandths; NULL where it is no number."""
        plain = f"cast({text} as varchar)" if held in {Held.WHOLE, Held.NUMBER} else text
        exact = f"try_to_decimal({plain}, 18, 3)"
        if held not in {Held.WHOLE, Held.NUMBER}:
            exact = f"iff(regexp_like({text}, {self.literal(_texts.NUMBER)}), {exact}, null)"
        thousandths = f"{exact} * 1000"
        return f"case when abs({thousandths}) <= {LARGEST} then cast({thousandths} as bigint) end"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        if held is Held.INSTANT:
            return f"cast(convert_timezone('UTC', {column}) as timestamp_ntz)"
        if held is not Held.TEXT:
            return self._of_zone(f"cast({column} as timestamp_ntz)", zone)
        text = f"trim({column})"
        zoned, time = (self.literal(form) for form in (_texts.ZONED, _texts.TIME))
        there = f"cast(convert_timezone('UTC', try_to_timestamp_tz({text})) as timestamp_ntz)"
        local = self._of_zone(f"try_to_timestamp_ntz({text})", zone)
        return (
            f"case when regexp_like({text}, {zoned}) then {there}"
            f" when regexp_like({text}, {time}) then {local} end"
        )

    def _of_zone(self, local: str, zone: str) -> str:
        return f"convert_timezone({self.literal(zone)}, 'UTC', {local})"

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return f"date_part(epoch_microsecond, {instant})"

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        local = self._local(instant, zone)
        return f"datediff('day', cast('1970-01-01' as date), cast({local} as date))"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone."""
        local = self._local(instant, zone)
        return f"(year({local}) * 12 + month({local}) - 1)"

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        local = self._local(instant, zone)
        return f"({self.micros(local)} - {self.micros(f'''date_trunc('day', {local})''')})"

    def _local(self, instant: str, zone: str) -> str:
        return f"convert_timezone('UTC', {self.literal(zone)}, {instant})"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division: the rest is taken off first, since a quotient is rounded."""
        return f"cast(({dividend} - mod({dividend}, {divisor})) / {divisor} as number(38, 0))"


def _stop(connection: Any) -> None:  # noqa: ANN401 (the driver's)
    """Stop all queries of the session, over a cursor that waits for none of them."""
    ask = connection.cursor()
    (session,) = ask.execute("select current_session()").fetchone()
    ask.execute("call system$cancel_all_queries(%s)", (int(session),))


def open_engine(url: str, zone: str) -> DatabaseEngine:
    """Open `snowflake://user:password@account/database/schema?warehouse=W&role=R`."""
    del zone
    need("snowflake", "snowflake.connector")
    import snowflake.connector

    parts = urlsplit(url)
    database, _, schema = parts.path.strip("/").partition("/")
    asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    connection = connected(
        "Snowflake",
        lambda: snowflake.connector.connect(
            account=parts.hostname,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            database=database or None,
            schema=schema or None,
            warehouse=asked.get("warehouse"),
            role=asked.get("role"),
            application="cxmap",
        ),
    )
    dialect = SnowflakeDialect()
    return DatabaseEngine(
        "Snowflake",
        dialect,
        connection,
        lambda names: information_schema(names, dialect.literal, dialect.name),
        _HELD,
        lambda _: _stop(connection),
    )
