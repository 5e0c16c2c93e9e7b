"""Trino. Its SQL is held to Trino's grammar in tests; no test runs it on a cluster."""

from urllib.parse import unquote, urlsplit

from cxmap.extras import need
from cxmap.measure.engine import LARGEST, Held
from cxmap.measure.engines import _texts
from cxmap.measure.engines._dbapi import TYPES, DatabaseEngine, connected, information_schema

_HELD = {
    **TYPES,
    "timestamp": Held.TIME,
    "timestamp with time zone": Held.INSTANT,
}
_SECURE = 443
_FRACTION = len("1970-01-01 00:00:00.") + 1


class TrinoDialect:
    """How Trino spells the expressions that engines spell differently."""

    def name(self, name: str) -> str:
        """A quoted name."""
        return '"' + name.replace('"', '""') + '"'

    def literal(self, text: str) -> str:
        """A quoted text."""
        return "'" + text.replace("'", "''") + "'"

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""
        del held
        return f"nullif(trim(cast({column} as varchar)), '')"

    def number(self, text: str, held: Held) -> str:
        """Whole thousandths; NULL where it is no number."""
        exact = f"try_cast({text} as decimal(18, 3))"
        if held not in {Held.WHOLE, Held.NUMBER}:
            exact = f"if(regexp_like({text}, '^({_texts.NUMBER})$'), {exact})"
        thousandths = f"{exact} * 1000"
        return f"case when abs({thousandths}) <= {LARGEST} then cast({thousandths} as bigint) end"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        if held is Held.INSTANT:
            return column
        if held is not Held.TEXT:
            return f"with_timezone(cast({column} as timestamp(6)), {self.literal(zone)})"
        text = f"trim({column})"
        joined = f"replace({text}, ' ', 'T')"
        local = f"with_timezone(try_cast({text} as timestamp(6)), {self.literal(zone)})"
        return (
            f"case when regexp_like({text}, '^({_texts.ZONED})$')"
            f" then try(from_iso8601_timestamp_nanos({joined}))"
            f" when regexp_like({text}, '^({_texts.TIME})$') then {local} end"
        )

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return self._since(f"cast({instant} at time zone 'UTC' as timestamp(6))")

    def _since(self, local: str) -> str:
        epoch = "timestamp '1970-01-01 00:00:00'"
        seconds = f"date_diff('second', {epoch}, date_trunc('second', {local}))"
        fraction = f"substr(cast({local} as varchar), {_FRACTION}, 6)"
        return f"({seconds} * 1000000 + cast({fraction} as bigint))"

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        return f"date_diff('day', date '1970-01-01', cast({self._local(instant, zone)} as date))"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone."""
        local = self._local(instant, zone)
        return f"(year({local}) * 12 + month({local}) - 1)"

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        local = self._local(instant, zone)
        return f"({self._since(local)} - {self._since(f'''date_trunc('day', {local})''')})"

    def _local(self, instant: str, zone: str) -> str:
        return f"cast({instant} at time zone {self.literal(zone)} as timestamp(6))"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division."""
        return f"({dividend} / {divisor})"


def open_engine(url: str, zone: str) -> DatabaseEngine:
    """Open `trino://user:password@host:443/catalog/schema`."""
    del zone
    need("trino", "trino")
    import trino

    parts = urlsplit(url)
    catalog, _, schema = parts.path.strip("/").partition("/")
    password = unquote(parts.password or "")
    port = parts.port or _SECURE
    user = unquote(parts.username or "cxmap")
    connection = connected(
        "Trino",
        lambda: trino.dbapi.connect(
            host=parts.hostname,
            port=port,
            user=user,
            catalog=catalog or None,
            schema=schema or None,
            http_scheme="https" if password or port == _SECURE else "http",
            auth=trino.auth.BasicAuthentication(user, password) if password else None,
            source="cxmap",
        ),
    )
    dialect = TrinoDialect()
    return DatabaseEngine(
        "Trino",
        dialect,
        connection,
        lambda names: information_schema(names, dialect.literal, dialect.name),
        _HELD,
        lambda cursor: cursor.cancel(),
    )
