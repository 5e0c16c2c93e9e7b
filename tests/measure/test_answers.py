"""Counting answers, on every engine that is at hand."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cxmap.measure.engine import Held, Table
from cxmap.measure.engines.duckdb import DuckDBEngine
from cxmap.measure.queries.answers import Base, Score, answers
from cxmap.measure.queries.select import select

ROWS = """(values
  ('2026-09-30 23:30', 'letter', '9'), ('2026-09-01', 'letter', '0'), ('2026-08-31', 'letter', ' 7 '),
  ('2026-09-05', 'call', ''), ('2026-09-05', 'call', 'ten'), ('2026-09-05', 'call', '11')
) as t("when", "where", "score")"""


def test_answers_are_counted_by_month_and_place() -> None:
    engine = DuckDBEngine()
    spoken, held = engine.dialect, Held.TEXT
    score = Score(
        spoken.text('"score"', held),
        spoken.number('"score"', held),
        (0, 10_000),
        [(9_000, 10_000)],
        [(0, 6_000)],
    )
    instant = spoken.instant('"when"', held, "UTC")
    base = Base(Table(ROWS, {}), spoken.month(instant, "UTC"), (spoken.text('"where"', held),))
    found = sorted(engine.run(answers(base, [score], spoken)))
    engine.close()
    september = 2026 * 12 + 8
    assert found == [
        (september - 1, "letter", 1, 0, 1, 1, 1, 0, 0, 0, 0, 0),
        (september, "call", 3, 0, 2, 1, 0, 0, 0, 0, 0, 0),
        (september, "letter", 2, 0, 2, 2, 2, 1, 1, 0, 0, 0),
    ]


@pytest.mark.parametrize("zone", ["UTC", "Asia/Manila", "America/Juneau", "Pacific/Kiritimati"])
def test_a_month_turns_when_the_clocks_of_the_zone_say_so(zone: str) -> None:
    engine = DuckDBEngine()
    turns = [datetime(year, 3, 1, tzinfo=ZoneInfo(zone)) for year in (1840, 1969, 2026)]
    moments = [turn.astimezone(UTC) + timedelta(hours=h) for turn in turns for h in range(-40, 40)]
    listed = ", ".join(f"(timestamptz '{moment.isoformat()}')" for moment in moments)
    parts = [engine.dialect.micros('"at"'), engine.dialect.month('"at"', zone)]
    found = dict(engine.run(select(parts, f'(values {listed}) as t("at")')))
    engine.close()
    local = {int(at.timestamp()) * 1_000_000: at.astimezone(ZoneInfo(zone)) for at in moments}
    assert found == {micros: at.year * 12 + at.month - 1 for micros, at in local.items()}


def test_a_time_is_read_whatever_blanks_stand_around_it_and_no_year_is_too_far() -> None:
    engine = DuckDBEngine()
    cells = ("2026-09-01", " 2026-09-01", "\u00a02026-09-01 ", "294247-01-10 04:00", "", "soon")
    listed = ", ".join(f"('{cell}')" for cell in cells)
    instant = engine.dialect.instant('"at"', Held.TEXT, "Europe/Paris")
    month = engine.dialect.month(instant, "Europe/Paris")
    found = dict(engine.run(select(['"at"', month], f'(values {listed}) as t("at")')))
    engine.close()
    september = 2026 * 12 + 8
    assert found == dict(zip(cells, [september] * 3 + [None] * 3, strict=True))
