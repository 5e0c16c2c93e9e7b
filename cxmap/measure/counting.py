"""Asking an engine, and the counts that come back by period and smallest group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from cxmap.errors import CxmapError
from cxmap.estimate import Tally
from cxmap.measure.engine import Cell, Dialect, Engine
from cxmap.measure.grouping import Atom
from cxmap.measure.patience import wait_for
from cxmap.measure.plan import Question
from cxmap.measure.queries.answers import HALVES, MOST_ROWS, PARTS, Base, Score, answers
from cxmap.measure.queries.cases import Cases, in_time, taken
from cxmap.measure.readings import LeftOut

Counts = dict[int, dict[Atom, Tally]]
"""By the number of the period, then by the smallest group."""


@dataclass(slots=True)
class Asked:
    """An engine, and what it was asked, for whoever wants to see the SQL."""

    engine: Engine
    sql: list[str] = field(default_factory=list)

    def run(self, sql: str, told: str | None = None) -> Iterator[tuple[Cell, ...]]:
        """Ask a question.

        Args:
            sql: the question.
            told: the same for whoever wants to see it, where it quotes values of the data.

        Raises:
            CxmapError: there are more groups than anybody could read, or it took too long.
        """
        told = told or sql
        if told not in self.sql:
            self.sql.append(told)
        engine = self.engine
        rows = wait_for(lambda: list(islice(engine.run(sql), MOST_ROWS + 1)), engine.cancel)
        for number, row in enumerate(rows):
            if number >= MOST_ROWS:
                raise CxmapError(
                    "there are over 100,000 groups: a column of `touchpoint` or `segment` seems"
                    " to hold an id or free text"
                )
            yield row


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows a source has, and where they belong.

    Attributes:
        rows: all of them, by weight where there is one; None where nobody had to count them.
        unweighted: those with a weight that cannot be read.
        by_period: by the number of the period; None where their time cannot be read.
        by_place: by what the data call the place; None where nothing is said.
    """

    rows: int | None
    unweighted: int
    by_period: Mapping[int | None, int]
    by_place: Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for a question."""

    question: Question
    counts: Counts
    left_out: LeftOut


def count_answers(
    asked: Asked, base: Base, scores: Sequence[tuple[Question, Score]]
) -> tuple[Rows, list[Counted]]:
    """Count the answers to several questions in one scan."""
    width = len(base.places)
    sql = answers(base, [score for _, score in scores], asked.engine.dialect)
    rows = unweighted = 0
    by_period: dict[int | None, int] = {}
    by_place: dict[str | None, int] = {}
    counts: list[Counts] = [{} for _ in scores]
    left = [LeftOut() for _ in scores]
    for row in asked.run(sql):
        many, bad_weight = _number(row[width + 1]), _number(row[width + 2])
        rows += many
        unweighted += bad_weight
        period = None if row[0] is None else _number(row[0])
        by_period[period] = by_period.get(period, 0) + many
        atom = _atom(row[1 : width + 1])
        if atom:
            by_place[atom[0]] = by_place.get(atom[0], 0) + many
        for number in range(len(scores)):
            start = width + 3 + number * len(PARTS)
            filled, read, n, good, bad, total, high, low = map(
                _number, row[start : start + len(PARTS)]
            )
            was = left[number]
            left[number] = LeftOut(
                was.empty + many - filled,
                was.unreadable + filled - read,
                was.outside + read - n,
            )
            if period is not None:
                _add(counts[number], period, atom, Tally(n, good, bad, total, high * HALVES + low))
    found = [
        Counted(question, count, _explained(question, out))
        for (question, _), count, out in zip(scores, counts, left, strict=True)
    ]
    return Rows(rows, unweighted, by_period, by_place), found


def count_in_time(
    asked: Asked,
    question: Question,
    cases: Cases,
    within: int | None,
    now: tuple[int, int],
    since: int,
) -> Counted:
    """Count the cases that ended in time."""
    counts: Counts = {}
    open_cases = 0
    for row in asked.run(in_time(cases, within, now, since)):
        many, decided, good = map(_number, row[1 + cases.places :])
        open_cases += many - decided
        if row[0] is not None:
            _add(counts, row[0], _atom(row[1 : 1 + cases.places]), Tally(decided, good))
    return Counted(question, counts, LeftOut(under_way=open_cases))


def count_taken(
    asked: Asked, question: Question, cases: Cases, unit: int, dialect: Dialect
) -> Counted:
    """Count the cases that ended, with how long they took."""
    counts: Counts = {}
    for row in asked.run(taken(cases, unit, dialect)):
        many, total, high, low = map(_number, row[1 + cases.places :])
        tally = Tally(many, total=total, squares=high * HALVES + low)
        _add(counts, row[0], _atom(row[1 : 1 + cases.places]), tally)
    return Counted(question, counts, LeftOut())


def count_tenure(asked: Asked, question: Question, sql: str, last: int) -> tuple[Rows, Counted]:
    """Count, for each period up to the last, who was there at its start and who left in it."""
    spans: list[tuple[int, int | None, Atom, int]] = []
    rows = unreadable = 0
    by_period: dict[int | None, int] = {}
    for row in asked.run(sql):
        many, bad = map(_number, row[-2:])
        rows += many
        unreadable += bad
        began = None if row[0] is None else _number(row[0])
        by_period[began] = by_period.get(began, 0) + many
        if began is None:
            continue
        if many > bad:
            end = None if row[1] is None else _number(row[1])
            spans.append((began, end, _atom(row[2:-2]), many - bad))
    counts: Counts = {}
    keeps = question.metric.kind == "retention"
    first = min((start for start, *_ in spans), default=last) + 1
    for period in range(first, last + 1):
        for start, end, atom, many in spans:
            if start < period and (end is None or end >= period):
                lost = many if end == period else 0
                _add(counts, period, atom, Tally(many, many - lost if keeps else lost))
    left_out = LeftOut(unreadable=unreadable)
    return Rows(rows, 0, by_period, {}), Counted(question, counts, left_out)


def _explained(question: Question, out: LeftOut) -> LeftOut:
    """Rows that are other events are not left out of a count: it never asked for them."""
    return LeftOut() if question.metric.kind == "count" else out


def _add(counts: Counts, period: Cell, atom: Atom, tally: Tally) -> None:
    if isinstance(period, int) and tally.n:
        group = counts.setdefault(period, {})
        group[atom] = group.get(atom, Tally()) + tally


def _atom(values: Iterable[Cell]) -> Atom:
    return tuple(None if value is None else str(value) for value in values)


def _number(value: Cell) -> int:
    return 0 if value is None else int(value)
