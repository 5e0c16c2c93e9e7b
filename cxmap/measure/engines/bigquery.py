"""BigQuery. Its SQL is held to BigQuery's grammar in tests; no test runs it in a project."""

from urllib.parse import urlsplit

from cxmap.extras import need
from cxmap.measure.engine import LARGEST, Held
from cxmap.measure.engines import _texts
from cxmap.measure.engines._dbapi import TYPES, DatabaseEngine, connected

_HELD = {**TYPES, "datetime": Held.TIME, "timestamp": Held.INSTANT}


class BigQueryDialect:
    """How BigQuery spells the expressions that engines spell differently."""

    def name(self, name: str) -> str:
        """A quoted name."""
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"

    def literal(self, text: str) -> str:
        """A quoted text."""
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def text(self, column: str, held: Held) -> str:
        """A column as text without blanks around it; NULL where nothing is left."""
        del held
        return f"nullif(trim(cast({column} as string), ' '), '')"

    def number(self, text: str, held: Held) -> str:
        """Whole thousandths; NULL where it is no number."""
        exact = f"safe_cast({text} as numeric)"
        if held not in {Held.WHOLE, Held.NUMBER}:
            form = self.literal(f"^({_texts.NUMBER})$")
            exact = f"if(regexp_contains({text}, {form}), {exact}, null)"
        thousandths = f"round({exact} * 1000)"
        return f"case when abs({thousandths}) <= {LARGEST} then cast({thousandths} as int64) end"

    def instant(self, column: str, held: Held, zone: str) -> str:
        """A point in time."""
        if held is Held.INSTANT:
            return column
        if held is not Held.TEXT:
            return f"timestamp(cast({column} as datetime), {self.literal(zone)})"
        text = f"trim({column}, ' ')"
        zoned, time = (self.literal(f"^({form})$") for form in (_texts.ZONED, _texts.TIME))
        local = f"timestamp(safe_cast({text} as datetime), {self.literal(zone)})"
        return (
            f"case when regexp_contains({text}, {zoned}) then safe_cast({text} as timestamp)"
            f" when regexp_contains({text}, {time}) then {local} end"
        )

    def micros(self, instant: str) -> str:
        """Microseconds since 1970 in UTC."""
        return f"unix_micros({instant})"

    def day(self, instant: str, zone: str) -> str:
        """Days since 1970 on the calendar of a zone."""
        return f"unix_date(date({instant}, {self.literal(zone)}))"

    def month(self, instant: str, zone: str) -> str:
        """Months since year 0 on the calendar of a zone."""
        date = f"date({instant}, {self.literal(zone)})"
        return f"(extract(year from {date}) * 12 + extract(month from {date}) - 1)"

    def daytime(self, instant: str, zone: str) -> str:
        """Microseconds since midnight by the clocks of a zone."""
        clock = f"time({instant}, {self.literal(zone)})"
        return f"time_diff({clock}, time '00:00:00', microsecond)"

    def whole(self, dividend: str, divisor: str) -> str:
        """Integer division."""
        return f"div({dividend}, {divisor})"

    def columns(self, parts: list[str]) -> str:
        """The query for the columns of `dataset.table` or `project.dataset.table`."""
        *ahead, table = parts
        where = ".".join([*(self.name(part) for part in ahead), "INFORMATION_SCHEMA.COLUMNS"])
        return (
            f"select column_name, data_type from {where}"  # noqa: S608 (quoted)
            f" where table_name = {self.literal(table)} order by ordinal_position"
        )


def open_engine(url: str, zone: str) -> DatabaseEngine:
    """Open `bigquery://project`, with the credentials that Google's own tools have set up."""
    del zone
    need("bigquery", "google.cloud.bigquery")
    from google.cloud import bigquery
    from google.cloud.bigquery import dbapi

    project = urlsplit(url).hostname
    connection = connected("BigQuery", lambda: dbapi.connect(bigquery.Client(project=project)))
    dialect = BigQueryDialect()
    return DatabaseEngine(
        "BigQuery",
        dialect,
        connection,
        dialect.columns,
        _HELD,
        lambda cursor: cursor.query_job.cancel(),
    )
