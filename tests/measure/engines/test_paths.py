"""How customers went, the same on every engine and as plain Python follows them."""

from collections import Counter, defaultdict
from itertools import pairwise
from math import ceil

import pytest

from cxmap.measure.queries.paths import (
    LAP,
    Events,
    Moment,
    first,
    firsts,
    follows,
    met,
    moment,
    seen,
    total,
)

from . import feedback

COLUMN = list(feedback.COLUMNS)
ZONE = "Europe/Paris"
DAY = 86_400_000_000
UNTIL = 1_785_542_400_000_000
"""August 2026, in the midst of the data."""
YEARS = 100 * 366 * DAY
"""What makes times before 1970 positive, for engines that cut towards zero."""


@pytest.fixture(params=[5, 6])
def asked(request, filled):
    """An engine, the events in it, and the same events as plain Python reads them."""
    rows = feedback.rows(request.param, 400)
    engine = filled(rows)
    spoken, table = engine.dialect, engine.table("feedback")

    def text(column):
        return spoken.text(spoken.name(column), table.columns[column])

    instant = spoken.instant(spoken.name("at"), table.columns["at"], ZONE)
    events = Events(table, text("who"), text("touch point"), spoken.micros(instant), (), UNTIL)
    known = [
        (who, times[0], what)
        for who, times, what in map(told, rows)
        if who and what and times and times[0] <= UNTIL
    ]
    return engine, events, sorted(known), rows


def told(row):
    """Who, when and what, as far as a row says so."""
    cell = dict(zip(COLUMN, row, strict=True))
    times = feedback.times(cell["at"], ZONE)
    return feedback.text(cell["who"]), times, feedback.text(cell["touch point"])


NAMES = ["手紙", "letter", "Brief für Sie"]
"""What may happen, as far as it has a number; some of it happens at the same moment."""


def conditions(engine):
    """The event is the one of that number."""
    return [f"c_value = {engine.dialect.literal(name)}" for name in NAMES]


def code(what):
    """The number of what happened; what has none comes last."""
    return NAMES.index(what) if what in NAMES else len(NAMES)


def test_what_happens(asked):
    engine, events, known, rows = asked
    expected = []
    for what in {what for _, _, what in map(told, rows)}:
        same = [row for row in map(told, rows) if row[2] == what]
        at = [time for _, time, w in known if w == what]
        expected.append(
            (
                what,
                len(at),
                min(at, default=None),
                max(at, default=None),
                len(same),
                sum(not times for _, times, _ in same),
                sum(not (who and what) for who, _, _ in same),
                sum(bool(times) and times[0] > UNTIL for _, times, _ in same),
            )
        )
    assert sorted(engine.run(seen(events)), key=str) == sorted(expected, key=str)
    assert sum(row[-1] for row in expected) > 0


def test_how_many_customers_met_what(asked):
    engine, events, known, _ = asked
    whom = defaultdict(set)
    for who, _, what in known:
        whom[what].add(who)
    every = {what: len(customers) for what, customers in whom.items()}
    assert len(every) > 1 and dict(engine.run(met(events, ()))) == every
    left_out = every.popitem()[0]
    assert dict(engine.run(met(events, [engine.dialect.literal(left_out)]))) == every


def test_what_follows_what(asked):
    engine, events, known, _ = asked
    many, people = Counter(), defaultdict(set)
    for one, other in pairwise(sorted((who, at, code(what)) for who, at, what in known)):
        if one[0] == other[0] and len(NAMES) not in {one[2], other[2]}:
            many[one[2], other[2]] += 1
            people[one[2], other[2]].add(one[0])
    found = {row[:2]: row[2:] for row in engine.run(follows(events, conditions(engine)))}
    assert found == {pair: (len(people[pair]), many[pair]) for pair in many}
    assert len(found) > len(NAMES) and len(NAMES) in {code(what) for *_, what in known}


def test_how_long_it_takes(asked):
    engine, events, known, _ = asked
    laps = [(0, 1, 0), (1, 2, 0), (2, 0, 0), (0, 1, 1), (2, 1, 1)]
    slow = engine.dialect.whole(f"({events.micros} + {YEARS})", str(DAY))  # a clock of whole days
    needed = [(node, clock) for node in range(3) for clock in range(2)]
    people = firsts(events, conditions(engine), [events.micros, slow], needed)
    sums = [total(f"{first(node)} is not null") for node in range(3)]
    rows = list(engine.run(people.told(sums, laps)))
    found = {row[0]: row[1:LAP] for row in rows}
    begun = {}
    for who, at, what in reversed(known):
        begun[who, what] = at
    expected = {}
    for number, (a, b, clock) in enumerate(laps):
        both = [
            (begun[who, NAMES[a]], begun[who, NAMES[b]])
            for who in {w for w, _, _ in known}
            if (who, NAMES[a]) in begun and (who, NAMES[b]) in begun
        ]
        size = DAY if clock else 1
        took = sorted((z + YEARS) // size - (y + YEARS) // size for y, z in both if z >= y)
        if took:
            n = len(took)
            at_least = took[n - ceil(n * 9 / 10)]
            expected[number] = (n, took[ceil(n / 2) - 1], took[ceil(n * 9 / 10) - 1], at_least)
    assert found == expected
    summed = tuple(sum(what == name for _, what in begun) for name in NAMES)
    assert {row[LAP:] for row in rows} == {summed}
    assert list(engine.run(people.told(sums, []))) == [(*[None] * LAP, *summed)]


@pytest.mark.parametrize(
    ("nth", "per", "within"), [(1, None, 30 * DAY), (3, None, None), (3, 20 * DAY, 30 * DAY)]
)
def test_the_nth_time_something_happens(asked, nth, per, within):
    engine, events, known, _ = asked
    due, event, _ = conditions(engine)
    question = Moment(event, due, nth, per, events.micros, within, 10**18, DAY)
    (found,) = engine.run(moment(events, question))
    reached = got = good = 0
    for who in sorted({who for who, _, _ in known}):
        times = [at for w, at, what in known if w == who and what == "letter"]
        fits = [
            at
            for begun, at in zip(times, times[nth - 1 :], strict=False)
            if per is None or at - begun <= per
        ]
        if not fits:
            continue
        reached += 1
        later = [at for w, at, what in known if w == who and what == "手紙" and at >= fits[0]]
        got += bool(later)
        good += bool(later) and (within is None or min(later) - fits[0] <= within)
    assert found == (reached, reached, got, good)
