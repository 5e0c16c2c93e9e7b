"""What is asked of warehouses, which no test can run, is sound SQL of theirs."""

from decimal import Decimal

import pytest
import sqlglot

from cxmap.measure.engine import EngineError, Held, Table
from cxmap.measure.engines._dbapi import TYPES, DatabaseEngine, information_schema
from cxmap.measure.engines.bigquery import BigQueryDialect
from cxmap.measure.engines.snowflake import SnowflakeDialect
from cxmap.measure.engines.spark import SparkDialect
from cxmap.measure.engines.trino import TrinoDialect
from cxmap.measure.queries.answers import Base, Score, answers, customers
from cxmap.measure.queries.select import select

DIALECTS = {
    "bigquery": BigQueryDialect(),
    "databricks": SparkDialect(),
    "snowflake": SnowflakeDialect(),
    "trino": TrinoDialect(),
}
ODD = ["plain", "two words", 'a"b', "it's", "back`tick", "Größe", "a\\b"]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "held", [Held.TEXT, Held.WHOLE, Held.NUMBER, Held.DATE, Held.TIME, Held.INSTANT]
)
def test_every_question_is_sound(dialect, held):
    spoken = DIALECTS[dialect]
    zone = "Europe/Paris"
    instant = spoken.instant(spoken.name("at"), held, zone)
    times = [
        spoken.micros(instant),
        *(f(instant, zone) for f in (spoken.day, spoken.month, spoken.daytime)),
    ]
    text = spoken.text(spoken.name("place"), Held.TEXT)
    score = Score(
        text,
        spoken.number(spoken.name("score"), held),
        (0, 10),
        [(9, 10), (4, 5)],
        [(0, 6)],
        squares=True,
    )
    who = spoken.text(spoken.name("who"), Held.TEXT)
    base = Base(
        Table(spoken.name("feedback"), {}), times[2], [text], times[1], [f"{who} is not null"], who
    )
    for query in (
        select(times, base.table.sql),
        answers(base, [score], spoken),
        customers(base, score, text),
    ):
        assert len(sqlglot.parse(query, dialect=dialect)) == 1


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("text", ODD)
def test_names_and_texts_come_out_as_they_went_in(dialect, text):
    spoken = DIALECTS[dialect]
    query = sqlglot.parse_one(
        f"select {spoken.literal(text)}, {spoken.name('x' + text)}", dialect=dialect
    )
    said, name = query.expressions
    assert said.this == text
    if "\\" not in text and "`" not in text:
        assert name.name == "x" + text


class Cursor:
    """What PEP 249 says a cursor does, over rows that are known."""

    def __init__(self, answers):
        self.answers, self.rows = answers, []

    def execute(self, sql):
        if sql not in self.answers:
            raise RuntimeError("anna@example.com")
        self.rows = list(self.answers[sql])

    def fetchmany(self, _):
        rows, self.rows = self.rows, []
        return rows


class Connection:
    def __init__(self, answers):
        self.answers, self.closed = answers, False

    def cursor(self):
        return Cursor(self.answers)

    def close(self):
        self.closed = True


def test_columns_rows_and_errors_come_through_a_database_interface():
    spoken = TrinoDialect()

    def columns(parts):
        return information_schema(parts, spoken.literal, spoken.name)

    kinds = [("at", "timestamp(3) with time zone"), ("score", "decimal(10,2)"), ("x", "map(a,b)")]
    connection = Connection(
        {columns(["cx", "survey"]): kinds, "select 1": [(Decimal(7), "letter", None)]}
    )
    held = {**TYPES, "timestamp with time zone": Held.INSTANT}
    engine = DatabaseEngine("Trino", spoken, connection, columns, held, lambda _: None)
    table = engine.table("cx.survey")
    assert table.sql == '"cx"."survey"'
    assert list(table.columns.values()) == [Held.INSTANT, Held.NUMBER, Held.OTHER]
    assert list(engine.run("select 1")) == [(7, "letter", None)]
    with pytest.raises(EngineError) as caught:
        list(engine.run("select 2"))
    assert "anna" not in str(caught.value)
    engine.close()
    assert connection.closed
