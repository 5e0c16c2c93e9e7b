"""A source that is open: its columns, its places and its periods."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxmap.facts import period_start
from cxmap.measure.asking import Ask
from cxmap.measure.columns import Columns, segments
from cxmap.measure.counting import Asked
from cxmap.measure.figuring import Segment
from cxmap.measure.periods import Grain, is_closed, label, period_sql, week_number
from cxmap.measure.plan import Question, columns_of
from cxmap.measure.queries.answers import Base
from cxmap.measure.queries.clocks import Hours
from cxmap.model.data import DataSource

THE_PERIOD = 0
"""The number of the one period of a source that has no time."""


@dataclass(frozen=True, slots=True)
class Session:
    """A source that is open.

    Attributes:
        source: what it is.
        ask: what is wanted.
        asked: its engine.
        columns: its columns.
        worked: when the organization works.
    """

    source: DataSource
    ask: Ask
    asked: Asked
    columns: Columns
    worked: Hours

    @property
    def place(self) -> str | None:
        """SQL of the text that says where; None where nothing does. Of events it is no column."""
        source, columns = self.source, self.columns
        if source.as_ is not None:
            return columns.dialect.literal(source.as_)
        if source.kind == "responses" and source.touchpoint is not None:
            return columns.filled(source.touchpoint)
        return None

    @property
    def segments(self) -> list[Segment]:
        """The segments that are asked for."""
        first = 0 if self.place is None else 1
        named = [name for name in segments(self.source) if self.ask.wants(name)]
        return [Segment(name, first + number) for number, name in enumerate(named)]

    @property
    def texts(self) -> list[str]:
        """SQL of the place and the segments, in the order of atoms."""
        named = segments(self.source)
        found = [self.columns.filled(named[segment.name]) for segment in self.segments]
        return found if self.place is None else [self.place, *found]

    @property
    def keys(self) -> list[str]:
        """The same in queries whose rows are cases already."""
        return [f"c_place_{number}" for number in range(len(self.texts))]

    def period(self, column: str | None) -> str:
        """SQL of the number of the period that a column lies in."""
        if column is None:
            return str(THE_PERIOD)
        zone = self.columns.zone
        return period_sql(self.ask.grain, self.columns.instant(column), zone, self.columns.dialect)

    def base(self) -> Base:
        """The rows that hold answers."""
        weight, customer = self.source.weight, self.source.customer
        return Base(
            self.columns.table,
            self.period(self.source.time),
            self.texts,
            self.columns.number(weight) if weight else None,
            self.columns.where(),
            self.columns.filled(customer) if customer else None,
        )

    def name(self, number: int) -> str:
        """What a period is called."""
        if self.source.time is None and self.source.period is not None:
            return self.source.period
        return label(self.ask.grain, number)

    def shown(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """The periods among some that are shown, with their names."""
        named = {number: self.name(number) for number in sorted(numbers)}
        return {number: name for number, name in named.items() if name and self._is_shown(name)}

    def current(self) -> int:
        """The number of the period that today lies in."""
        today = self.ask.today
        month = today.year * 12 + today.month - 1
        match self.ask.grain:
            case Grain.WEEK:
                return week_number(today)
            case Grain.MONTH:
                return month
            case Grain.QUARTER:
                return month // 3
            case _:
                return today.year

    def is_future(self, number: int) -> bool:
        """Whether a period begins after today."""
        name = self.name(number)
        return not name or period_start(name) > self.ask.today

    def _is_shown(self, period: str) -> bool:
        first = period_start(period)
        if self.ask.since is not None and first < self.ask.since:
            return False
        return is_closed(period, self.ask.today) or (self.ask.open and first <= self.ask.today)


def wanted_columns(
    source: DataSource, questions: Sequence[Question], ask: Ask
) -> Iterator[tuple[str, str]]:
    """The columns that are read, each with the key that names it. No other is ever read."""
    if source.kind == "responses" or any(q.computed.from_ or q.computed.event for q in questions):
        yield from _named([("touchpoint", source.touchpoint)])
    for key in ("time", "customer", "weight"):
        yield from _named([(key, getattr(source, key))])
    for name, column in segments(source).items():
        if ask.wants(name):
            yield "segment", column
    for column in source.where or {}:
        yield "where", column
    for asked in questions:
        yield from columns_of(asked)


def _named(pairs: Sequence[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    yield from ((key, column) for key, column in pairs if column)
