"""One journey, asked of one source: what its parts can be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cxmap.measure.asking import Ask
from cxmap.measure.counting import Asked
from cxmap.measure.course import Course, Due
from cxmap.measure.engine import Cell
from cxmap.measure.opening import Open
from cxmap.measure.queries.clocks import Clock, clock_sql
from cxmap.measure.queries.paths import LAP, Events, Firsts, Lap, firsts
from cxmap.measure.times import Limit, end_of, limit_of
from cxmap.model.data import DataSource
from cxmap.model.touchpoint import Touchpoint

CLOCKS = tuple(Clock)
"""The clocks that events are dated by; their place here is their number in queries."""

Counts = Mapping[str, int]
"""How many customers, by the name of what was summed."""

Took = Mapping[Lap, tuple[int, ...]]
"""How many customers went a lap, the median, and what nine tenths took at most and at least."""


@dataclass(frozen=True)
class Walk:
    """One journey, asked of one source.

    Attributes:
        plan: the journey as its map plans it.
        source: where the events are.
        opened: the same, open.
        events: the events as SQL.
        ask: the date, how many customers it takes to be told, and the days of grace.
    """

    plan: Course
    source: DataSource
    opened: Open
    events: Events
    ask: Ask

    @property
    def asked(self) -> Asked:
        """The engine."""
        return self.opened.asked

    @cached_property
    def touchpoints(self) -> Sequence[Touchpoint]:
        """The touchpoints of the map, by the number of their node."""
        return tuple(self.plan.journey.touchpoints())

    @cached_property
    def known(self) -> Sequence[int]:
        """The nodes of the touchpoints that the data know, in the map's order."""
        return [node for node, _ in enumerate(self.touchpoints) if self.plan.nodes[node]]

    @property
    def neighbours(self) -> list[tuple[int, int]]:
        """The touchpoints that follow each other on the map, those left out that no data know."""
        return list(pairwise(self.known))

    @cached_property
    def limits(self) -> Sequence[tuple[Due, Limit]]:
        """The promises that events can be held against."""
        found = ((due, limit_of(due.within)) for due in self.plan.dues)
        nodes = self.plan.nodes
        return [
            (due, allowed)
            for due, allowed in found
            if allowed is not None and nodes[due.begins] and nodes[due.ends]
        ]

    @cached_property
    def people(self) -> Firsts:
        """When every customer first met what."""
        needed = [(node, 0) for node in range(len(self.touchpoints))]
        for due, allowed in self.limits:
            at = CLOCKS.index(allowed.clock)
            needed += [(due.begins, at), (due.ends, at), (due.begins, 0), (due.ends, 0)]
        conditions = [self.is_one_of(values) for values in self.plan.nodes]
        return firsts(self.events, conditions, [self.clock(clock) for clock in CLOCKS], needed)

    def counted(self, sums: Mapping[str, str]) -> tuple[Counts, Took]:
        """Sums over all customers by their names, and how long all laps took that are told."""
        laps = [(before, after, 0) for before, after in self.neighbours]
        laps += [
            (due.begins, due.ends, CLOCKS.index(allowed.clock)) for due, allowed in self.limits
        ]
        laps = list(dict.fromkeys(laps))
        rows = list(self.asked.run(self.people.told(list(sums.values()), laps)))
        took = {laps[number(r[0])]: tuple(map(number, r[1:LAP])) for r in rows if r[0] is not None}
        return dict(zip(sums, map(number, rows[0][LAP:]), strict=True)), took

    def clock(self, clock: Clock) -> str:
        """SQL of what a clock shows at an event."""
        columns = self.opened.columns
        instant = columns.instant(self.source.time or "")
        return clock_sql(clock, instant, self.opened.worked, columns.dialect)

    def is_one_of(self, values: Sequence[str]) -> str:
        """A condition on `c_value`: the event is one of some."""
        if not values:
            return "1 = 0"
        literal = self.opened.columns.dialect.literal
        return f"c_value in ({', '.join(map(literal, values))})"

    def now(self, allowed: Limit) -> int:
        """What the clock of a promise shows now, at the end of the day."""
        return end_of(self.ask.today, allowed.clock, self.opened.worked)[0]

    def places(self) -> Iterator[tuple[int, range]]:
        """The stages by their number, each with the nodes of its touchpoints."""
        at = 0
        for index, stage in enumerate(self.plan.journey.stages):
            yield index, range(at, at + len(stage.touchpoints))
            at += len(stage.touchpoints)


def number(cell: Cell) -> int:
    """A whole number that an engine returned; nothing is none."""
    return int(cell or 0)
