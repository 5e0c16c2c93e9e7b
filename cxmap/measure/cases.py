"""Metrics of things that begin and end: how long they take, and whether they end in time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cxmap.errors import CxmapError
from cxmap.estimate import UNIT, Change, Estimate
from cxmap.intervals import rank, ranks
from cxmap.measure.counting import Counted, count_in_time, count_taken
from cxmap.measure.figuring import Estimates, People
from cxmap.measure.grouping import Cut
from cxmap.measure.plan import Question
from cxmap.measure.queries.cases import Cases, at_ranks, customers_of, from_columns, from_events
from cxmap.measure.queries.clocks import Clock, clock_sql
from cxmap.measure.readings import Figure, Group
from cxmap.measure.session import Session
from cxmap.measure.times import clock_of, end_of, limit, natural_unit, size_of, unit_of
from cxmap.timing.units import Unit

_DAY = 24 * 60 * 60 * 1_000_000
_NINE_TENTHS = 0.9
_HALF = 0.5

Values = dict[tuple[int, Group], dict[int, int]]
"""By period and group, what the clock showed at each rank."""


def in_time(session: Session, question: Question) -> tuple[Counted, People | None]:
    """Count the cases of a rate."""
    allowed = limit(question.metric, question.computed.within)
    cases = _cases(session, question, allowed.clock)
    now = end_of(session.ask.today, allowed.clock, session.worked)
    since = now[1] - session.ask.grace * _DAY
    counted = count_in_time(session.asked, question, cases, allowed.most, now, since)
    return counted, _people(session, cases, "c_begun")


@dataclass(frozen=True, slots=True)
class Durations:
    """The cases of a duration.

    Attributes:
        counted: how many ended, and how long they took together.
        people: counts the customers.
        estimates: reads percentiles, as the clock shows them; None for a mean.
        unit: what they are told in; None where that follows from what is found.
        size: how far the clock goes in one unit, where that is known.
    """

    counted: Counted
    people: People | None
    estimates: Estimates | None
    unit: Unit | None
    size: int | None


def durations(session: Session, question: Question) -> Durations:
    """Count the cases of a duration."""
    unit = unit_of(question.metric)
    if question.computed.value is not None:
        if unit is None:
            raise CxmapError(
                f"metric `{question.metric.id}` cannot be measured: `{question.computed.value}`"
                " holds numbers; say of what, such as `unit: minutes`"
            )
        cases, size = _numbers(session, question), UNIT
    else:
        if unit is None and question.has_mean:
            unit = Unit.HOUR
        cases = _cases(session, question, clock_of(unit))
        size = size_of(unit) if unit is not None else 0
    step = max(1, size // UNIT)
    counted = count_taken(session.asked, question, cases, step, session.columns.dialect)
    if question.has_mean and size == 1:  # a clock of whole days has no thousandths
        counted = _in_thousandths(counted)
    estimates = None if question.has_mean else _estimates(session, question, cases)
    people = _people(session, cases, "c_ended")
    return Durations(counted, people, estimates, unit, size or None)


def _in_thousandths(counted: Counted) -> Counted:
    counts = {
        period: {
            atom: replace(t, total=t.total * UNIT, squares=t.squares * UNIT * UNIT)
            for atom, t in by_atom.items()
        }
        for period, by_atom in counted.counts.items()
    }
    return replace(counted, counts=counts)


def _cases(session: Session, question: Question, clock: Clock) -> Cases:
    columns, computed, source = session.columns, question.computed, session.source
    begins, ends = computed.from_ or "", computed.to or ""

    def shows(column: str) -> str:
        return clock_sql(clock, columns.instant(column), session.worked, columns.dialect)

    if source.kind != "events":
        return from_columns(
            columns.table,
            customer=columns.filled(source.customer) if source.customer else None,
            periods=(session.period(begins), session.period(ends)),
            clocks=(shows(begins), shows(ends)),
            since=columns.dialect.micros(columns.instant(begins)),
            places=session.texts,
            where=columns.where(),
        )
    time = source.time or ""
    return from_events(
        columns.table,
        customer=columns.filled(source.customer or ""),
        begins=columns.is_event(begins),
        ends=columns.is_event(ends),
        period=session.period(time),
        clock=shows(time),
        micros=columns.dialect.micros(columns.instant(time)),
        places=session.texts,
        where=columns.where(),
    )


def _numbers(session: Session, question: Question) -> Cases:
    """Cases of which a column says how long they took, in thousandths of its unit."""
    columns, source = session.columns, session.source
    period = session.period(source.time)
    return from_columns(
        columns.table,
        customer=columns.filled(source.customer) if source.customer else None,
        periods=(period, period),
        clocks=("0", columns.number(question.computed.value or "")),
        since="0",
        places=session.texts,
        where=columns.where(),
    )


def _people(session: Session, cases: Cases, period: str) -> People | None:
    if not cases.has_customer:
        return None

    def people(cut: Cut) -> Mapping[tuple[int, Group], int]:
        by_key = {key: group for group, key in cut.keys().items()}
        keys, dialect = session.keys, session.columns.dialect
        sql = customers_of(cases, cut.sql(keys, dialect), period)
        told = customers_of(cases, cut.sql(keys, dialect, veiled=True), period)
        return {
            (int(row[0]), by_key[str(row[1])]): int(row[2] or 0)
            for row in session.asked.run(sql, told)
            if row[0] is not None and row[1] is not None
        }

    return people


def _estimates(session: Session, question: Question, cases: Cases) -> Estimates:
    share = _NINE_TENTHS if question.metric.statistic == "p90" else _HALF

    def estimates(
        cut: Cut, wanted: Mapping[tuple[int, Group], int]
    ) -> Mapping[tuple[int, Group], Estimate]:
        values = _values(session, cases, cut, wanted, share)
        return {
            cell: _at(values.get(cell, {}), n, share)
            for cell, n in wanted.items()
            if rank(n, share) in values.get(cell, {})
        }

    return estimates


def _values(
    session: Session, cases: Cases, cut: Cut, wanted: Mapping[tuple[int, Group], int], share: float
) -> Values:
    pairs = [
        (n, one) for n in set(wanted.values()) for one in (rank(n, share), *(ranks(n, share) or ()))
    ]
    by_key = {key: group for group, key in cut.keys().items()}
    found: Values = {}
    keys, dialect = session.keys, session.columns.dialect
    sql = at_ranks(cases, cut.sql(keys, dialect), pairs)
    told = at_ranks(cases, cut.sql(keys, dialect, veiled=True), pairs)
    for period, key, one, took in session.asked.run(sql, told):
        if period is not None and key is not None and one is not None and took is not None:
            found.setdefault((int(period), by_key[str(key)]), {})[int(one)] = int(took)
    return found


def _at(values: Mapping[int, int], n: int, share: float) -> Estimate:
    """The percentile, as the clock showed it."""
    ends = ranks(n, share)
    value = float(values[rank(n, share)])
    if ends is None or ends[0] not in values or ends[1] not in values:
        return Estimate(value)
    return Estimate(value, float(values[ends[0]]), float(values[ends[1]]))


def told(figures: Sequence[Figure], done: Durations) -> list[Figure]:
    """The figures of a duration in its unit."""
    longest = max((figure.estimate.value for figure in figures if figure.estimate), default=0.0)
    unit = done.unit or natural_unit(int(longest))
    size = 1 if done.estimates is None else done.size or size_of(unit)
    return [replace(_scaled(figure, size), unit=unit) for figure in figures]


def _scaled(figure: Figure, size: int) -> Figure:
    estimate, changed = figure.estimate, figure.change
    return replace(
        figure,
        estimate=estimate
        and Estimate(estimate.value / size, _over(estimate.low, size), _over(estimate.high, size)),
        change=changed
        and Change(changed.value / size, _over(changed.low, size), _over(changed.high, size)),
    )


def _over(end: float | None, size: int) -> float | None:
    return None if end is None else end / size
