"""Every engine gives the same whole numbers, and those that plain Python counts."""

from collections import Counter, defaultdict

import pytest

from cxmap.measure.engine import EngineError
from cxmap.measure.queries.answers import PARTS, Base, Score, answers, customers
from cxmap.measure.queries.select import select

from . import feedback

COLUMN = list(feedback.COLUMNS)
SEEDS = (1, 2)
GOOD, BAD, SCALE = (9_000, 10_000), (0, 6_000), (0, 10_000)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("zone", ["UTC", "Europe/Paris", "America/New_York"])
@pytest.mark.parametrize("column", ["written", "at", "end", "day"])
def test_times_are_the_same_on_every_engine(filled, seed, zone, column):
    rows = feedback.rows(seed)
    engine = filled(rows, zone)
    spoken, table = engine.dialect, engine.table("feedback")
    instant = spoken.instant(spoken.name(column), table.columns[column], zone)
    parts = [
        spoken.micros(instant),
        *(f(instant, zone) for f in (spoken.day, spoken.month, spoken.daytime)),
    ]
    found = Counter(engine.run(select(parts, table.sql)))
    cells = (row[COLUMN.index(column)] for row in rows)
    nothing = (None, None, None, None)
    assert found == Counter(feedback.times(cell, zone) or nothing for cell in cells)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("column", ["score", "stars", "amount"])
def test_numbers_are_the_same_on_every_engine(filled, seed, column):
    rows = feedback.rows(seed)
    engine = filled(rows)
    spoken, table = engine.dialect, engine.table("feedback")
    held, name = table.columns[column], spoken.name(column)
    value = name if column != "score" else spoken.text(name, held)
    found = Counter(cell for (cell,) in engine.run(select([spoken.number(value, held)], table.sql)))
    assert found == Counter(feedback.number(row[COLUMN.index(column)]) for row in rows)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("weighted", [False, True])
def test_answers_are_the_same_on_every_engine(filled, seed, weighted):
    rows = feedback.rows(seed)
    engine = filled(rows)
    spoken, table = engine.dialect, engine.table("feedback")

    def text(column):
        return spoken.text(spoken.name(column), table.columns[column])

    def number(column):
        return spoken.number(text(column), table.columns[column])

    instant = spoken.instant(spoken.name("at"), table.columns["at"], "Europe/Paris")
    period = spoken.month(instant, "Europe/Paris")
    places = (text("touch point"), text('we"ird`col:on'))
    weight = number("weight") if weighted else None
    where = (f"{text('who')} = {spoken.literal('anna')}",)
    base = Base(table, period, places, weight, where)
    score = Score(text("score"), number("score"), SCALE, [GOOD], [BAD], squares=True)
    found = {row[:3]: row[3:] for row in engine.run(answers(base, [score], spoken))}
    assert found == _answers(rows, weighted=weighted)


def _answers(rows, *, weighted):
    found = defaultdict(lambda: [0] * (2 + len(PARTS)))
    for row in rows:
        cell = dict(zip(COLUMN, row, strict=True))
        if feedback.text(cell["who"]) != "anna":
            continue
        times = feedback.times(cell["at"], "Europe/Paris")
        key = (
            times and times[2],
            feedback.text(cell["touch point"]),
            feedback.text(cell['we"ird`col:on']),
        )
        counts = found[key]
        weight = feedback.number(cell["weight"]) if weighted else 1_000
        sound = weight is not None and weight >= 0 and weight % 1_000 == 0
        times_over = weight // 1_000 if sound else 0
        counts[0] += times_over
        counts[1] += not sound
        value = feedback.number(cell["score"])
        inside = value is not None and SCALE[0] <= value <= SCALE[1]
        squares = value * value if inside else 0
        for place, amount in enumerate(
            [
                feedback.text(cell["score"]) is not None,
                value is not None,
                inside,
                value is not None and GOOD[0] <= value <= GOOD[1],
                value is not None and BAD[0] <= value <= BAD[1],
                value if inside else 0,
                squares // 1_000_000_000,
                squares % 1_000_000_000,
            ],
            2,
        ):
            counts[place] += amount * times_over
    return {key: tuple(counts) for key, counts in found.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_customers_are_the_same_on_every_engine(filled, seed):
    rows = feedback.rows(seed)
    engine = filled(rows)
    spoken, table = engine.dialect, engine.table("feedback")
    who, score = (spoken.text(spoken.name(c), table.columns[c]) for c in ("who", "score"))
    base = Base(table, "1", customer=who)
    counted = Score(score, spoken.number(score, table.columns["score"]), SCALE, [GOOD])
    key = spoken.text(spoken.name("touch point"), table.columns["touch point"])
    found = {row[1]: row[2] for row in engine.run(customers(base, counted, key))}
    people, nameless = defaultdict(set), Counter()
    for row in rows:
        cell = dict(zip(COLUMN, row, strict=True))
        value = feedback.number(cell["score"])
        if value is not None and SCALE[0] <= value <= SCALE[1]:
            name, place = feedback.text(cell["who"]), feedback.text(cell["touch point"])
            people[place] |= {name} if name else set()
            nameless[place] += name is None  # each may be somebody else
    assert found == {place: len(names) + nameless[place] for place, names in people.items()}


def test_what_engines_say_of_an_error_is_never_passed_on(filled):
    engine = filled(feedback.rows(1, 5))
    with pytest.raises(EngineError) as caught:
        list(engine.run("select 'anna@example.com' from nowhere"))
    assert "anna" not in str(caught.value) and caught.value.__cause__ is None
    with pytest.raises(EngineError, match=r"no table `now\.here`"):
        engine.table("now.here")


def test_an_engine_cannot_write(filled):
    engine = filled(feedback.rows(1, 5))
    if engine.name in {"DuckDB", "Spark"}:
        pytest.skip("its table lives in memory here; its databases are opened to be read only")
    with pytest.raises(EngineError):
        list(engine.run("delete from feedback"))
