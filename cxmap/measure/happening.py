"""What is in an event log at all: what happened how often, and which rows do not count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cxmap.measure.asking import Ask
from cxmap.measure.files.bad_cells import bad_cells
from cxmap.measure.grouping import LEAST_OF_A_NAME, may_be_named
from cxmap.measure.opening import Open
from cxmap.measure.queries.clocks import Clock
from cxmap.measure.queries.paths import Events, met, seen
from cxmap.measure.readings import Bad, SourceReport
from cxmap.measure.session import Session
from cxmap.measure.times import end_of
from cxmap.model.data import DataSource
from cxmap.timing.deadline import time_zone

_MOST_BAD = 1_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happens in the data.

    Attributes:
        times: how often.
        first: when first, in microseconds since 1970.
        last: when last.
    """

    times: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Log:
    """What is in a source of events.

    Attributes:
        values: what happens, by what the data call it.
        rows: how many rows there are.
        undated: those without a time that can be read.
        nameless: those that do not say what happened, or to whom.
        future: those dated later than today.
    """

    values: Mapping[str, Happened]
    rows: int
    undated: int
    nameless: int
    future: int


def read_log(opened: Open, events: Events) -> Log:
    """Count what is in a source of events."""
    values: dict[str, Happened] = {}
    sums = [0, 0, 0, 0]
    for value, times, first, last, *rows in opened.asked.run(seen(events)):
        if value is not None and times:
            values[str(value)] = Happened(int(times), int(first or 0), int(last or 0))
        sums = [so_far + int(more or 0) for so_far, more in zip(sums, rows, strict=True)]
    return Log(dict(sorted(values.items())), *sums)


def events_of(source: DataSource, opened: Open, ask: Ask) -> Events:
    """The events of a source as queries ask them."""
    columns = opened.columns
    return Events(
        columns.table,
        columns.filled(source.customer or ""),
        columns.filled(source.touchpoint or ""),
        columns.dialect.micros(columns.instant(source.time or "")),
        columns.where(),
        end_of(ask.today, Clock.MICROS, opened.worked)[1],
    )


def months(happened: Iterable[Happened], zone: str) -> tuple[str, str]:
    """The months in which something happened first and last, such as `2026-04`; none for none."""
    every = list(happened)
    if not every:
        return "", ""
    ends = min(one.first for one in every), max(one.last for one in every)
    return _month(ends[0], zone), _month(ends[1], zone)


def _month(micros: int, zone: str) -> str:
    try:
        day = (_EPOCH + timedelta(microseconds=micros)).astimezone(time_zone(zone))
    except OverflowError:
        return ""
    return f"{day.year:04}-{day.month:02}"


def told_of(
    source: DataSource,
    opened: Open,
    events: Events,
    log: Log,
    strangers: Mapping[str, str],
    ask: Ask,
) -> SourceReport:
    """What is said of a source beside its journeys: what could not be used, and is on no map.

    Args:
        source: the source.
        opened: the same, open.
        events: the same as SQL.
        log: what is in it.
        strangers: what is on no map, with what it may be.
        ask: how many customers it takes to be told.
    """
    customers = _customers(opened, events, log, strangers, ask)
    named = {
        value: customers[value]
        for value in sorted(strangers)
        if customers.get(value, 0) >= max(ask.min_n, LEAST_OF_A_NAME) and may_be_named(value)
    }
    bad: list[Bad] = []
    count = 0
    if opened.files is not None:
        found, count = opened.files.rejected()
        bad = [*opened.files.bad, *found]
        count += len(opened.files.bad)
        if log.undated:
            session = Session(source, ask, opened.asked, opened.columns, opened.worked)
            cells = bad_cells(session, [], opened.files)
            bad += cells
            count += len(cells)
    return SourceReport(
        source.id,
        opened.files.files if opened.files else (),
        log.rows,
        log.undated,
        future=log.future,
        nameless=log.nameless,
        bad=tuple(sorted(bad)[:_MOST_BAD]),
        bad_count=count,
        unmapped=tuple((value, many, strangers[value]) for value, many in named.items()),
        unmapped_few=len(strangers) - len(named),
        notes=opened.files.notes if opened.files else (),
        sql=tuple(opened.asked.sql),
    )


def _customers(
    opened: Open, events: Events, log: Log, strangers: Mapping[str, str], ask: Ask
) -> dict[str, int]:
    """How many customers met what is on no map, where that may be enough to be told."""
    if all(log.values[value].times < ask.min_n for value in strangers):
        return {}
    literal = opened.columns.dialect.literal
    known = [literal(value) for value in log.values if value not in strangers]
    return {str(value): int(many or 0) for value, many in opened.asked.run(met(events, known))}
