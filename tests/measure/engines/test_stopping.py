"""A query that takes too long is stopped, on every engine, and the engine can be asked again."""

import pytest

from cxmap.measure.engine import Engine
from cxmap.measure.engines._dbapi import DatabaseEngine
from cxmap.measure.engines.trino import TrinoDialect
from cxmap.measure.patience import TimeUp, at_most, wait_for

from .feedback import rows

FOR_EVER = {
    "duckdb": "select sum(a.range * b.range % 7) from range(10000000) a, range(10000000) b",
    "sqlite": "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n",
    "postgres": "select count(*) from generate_series(1, 10000000) a, generate_series(1, 10000000) b",
    "spark": "select sum(id % 7) from range(1000000000000)",
}


def ask(engine: Engine, sql: str) -> list:
    return wait_for(lambda: list(engine.run(sql)), engine.cancel)


@pytest.mark.parametrize("name", FOR_EVER)
def test_an_engine_stops_when_time_is_up(request: pytest.FixtureRequest, name: str) -> None:
    engine = request.getfixturevalue(f"{name}_engine")(rows(1, 3))
    with at_most(0.5, "half a second"), pytest.raises(TimeUp, match="longer than half a second"):
        ask(engine, FOR_EVER[name])
    assert ask(engine, "select 1") == [(1,)]


def test_a_server_is_told_to_stop_at_the_latest_when_time_is_up(postgres_engine) -> None:
    with at_most(60, "a minute"):
        engine = postgres_engine(rows(1, 3))
    ((most,),) = ask(
        engine,
        "select cast(extract(epoch from cast(current_setting('statement_timeout') as interval)) as int)",
    )
    assert 10 < most <= 70


class Cursor:
    """A driver's cursor that waits until it is cancelled, as a warehouse's does."""

    def __init__(self, stopped: list) -> None:
        self.stopped = stopped

    def cursor(self) -> "Cursor":
        return self

    def execute(self, sql: str) -> None:
        while not self.stopped:
            pass
        raise RuntimeError(sql)


def test_a_warehouse_is_told_by_its_driver() -> None:
    stopped: list = []
    engine = DatabaseEngine("W", TrinoDialect(), Cursor(stopped), lambda _: "", {}, stopped.append)
    with at_most(0.1, "a blink"), pytest.raises(TimeUp):
        ask(engine, "select 1")
    assert len(stopped) == 1
