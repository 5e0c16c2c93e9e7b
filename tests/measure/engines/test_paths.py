"""How customers went, the same on every engine and as plain Python follows them."""

from collections import Counter, defaultdict
from itertools import pairwise
from math import ceil

import pytest

from cxmap.measure.queries.paths import Events, Moment, firsts, follows, moment, seen

from . import feedback

COLUMN = list(feedback.COLUMNS)
ZONE = "Europe/Paris"
DAY = 86_400_000_000


@pytest.fixture(params=[5, 6])
def asked(request, filled):
    """An engine, the events in it, and the same events as plain Python reads them."""
    rows = feedback.rows(request.param, 400)
    engine = filled(rows)
    spoken, table = engine.dialect, engine.table("feedback")

    def text(column):
        return spoken.text(spoken.name(column), table.columns[column])

    instant = spoken.instant(spoken.name("at"), table.columns["at"], ZONE)
    events = Events(table, text("who"), text("touch point"), spoken.micros(instant), ())
    known = []
    for row in rows:
        cell = dict(zip(COLUMN, row, strict=True))
        who, what = feedback.text(cell["who"]), feedback.text(cell["touch point"])
        times = feedback.times(cell["at"], ZONE)
        if who and what and times:
            known.append((who, times[0], what))
    return engine, events, sorted(known)


def test_what_happens(asked):
    engine, events, known = asked
    times = Counter(what for _, _, what in known)
    people = {what: len({who for who, _, w in known if w == what}) for what in times}
    assert sorted(engine.run(seen(events))) == sorted((w, people[w], n) for w, n in times.items())


def test_what_follows_what(asked):
    engine, events, known = asked
    many, people = Counter(), defaultdict(set)
    for one, other in pairwise(known):
        if one[0] == other[0]:
            many[one[2], other[2]] += 1
            people[one[2], other[2]].add(one[0])
    found = {row[:2]: row[2:] for row in engine.run(follows(events, engine.dialect))}
    assert found == {pair: (len(people[pair]), many[pair]) for pair in many}


def test_how_long_it_takes(asked):
    engine, events, known = asked
    names = ["letter", "Brief für Sie", "手紙"]
    literal = engine.dialect.literal
    conditions = [f"{events.value} = {literal(name)}" for name in names]
    pairs = [(0, 1), (1, 2), (2, 0)]
    people = firsts(events, conditions, [events.micros], [(n, 0) for n in range(3)])
    found = {row[0]: row[1:] for row in engine.run(people.elapsed(pairs))}
    first = {}
    for who, at, what in reversed(known):
        first[who, what] = at
    expected = {}
    for number, (a, b) in enumerate(pairs):
        took = sorted(
            first[who, names[b]] - first[who, names[a]]
            for who in {w for w, _, _ in known}
            if (who, names[a]) in first and (who, names[b]) in first
        )
        took = [time for time in took if time >= 0]
        if took:
            n = len(took)
            expected[number] = (n, took[ceil(n / 2) - 1], took[ceil(n * 9 / 10) - 1])
    assert found == expected


@pytest.mark.parametrize(("nth", "per"), [(1, None), (3, None), (3, 20 * DAY)])
def test_the_nth_time_something_happens(asked, nth, per):
    engine, events, known = asked
    literal = engine.dialect.literal
    event, due = (f"{events.value} = {literal(name)}" for name in ("letter", "手紙"))
    question = Moment(event, due, nth, per, events.micros, 30 * DAY, 10**18)
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
        good += bool(later) and min(later) - fits[0] <= 30 * DAY
    assert found == (reached, reached, got, good)
