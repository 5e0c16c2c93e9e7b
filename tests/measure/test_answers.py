"""Counting answers, on every engine that is at hand."""

from cxmap.measure.engine import Held, Table
from cxmap.measure.engines.duckdb import DuckDBEngine
from cxmap.measure.queries.answers import Base, Score, answers

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
        (september - 1, "letter", 1, 0, 1, 1, 0, 0, 0, 0, 0, 0),
        (september, "call", 3, 0, 2, 0, 0, 0, 1, 0, 0, 0),
        (september, "letter", 2, 0, 2, 2, 1, 1, 0, 0, 0, 0),
    ]
