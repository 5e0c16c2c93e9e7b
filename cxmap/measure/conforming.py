"""Holding the planned journey against the actual one: `conform(…)`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.intervals import wilson
from cxmap.loading.settings import Settings
from cxmap.measure.asking import Ask
from cxmap.measure.conformance import (
    Conformed,
    Met,
    Occasion,
    Promise,
    Reached,
    Step,
    Walked,
    Way,
    share,
)
from cxmap.measure.counting import Asked
from cxmap.measure.course import Course, Due, course
from cxmap.measure.engine import Cell
from cxmap.measure.grouping import may_be_named
from cxmap.measure.opening import Open, open_source
from cxmap.measure.places import find_places
from cxmap.measure.queries.clocks import Clock, clock_sql
from cxmap.measure.queries.paths import (
    Events,
    Firsts,
    Moment,
    first,
    firsts,
    follows,
    moment,
    seen,
    total,
)
from cxmap.measure.times import Limit, end_of, limit_of
from cxmap.model.data import DataSource
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.timing.duration import Duration

MOST_WAYS = 20
"""Ways beside the map that are told, the most frequent ones."""

_DAY = 24 * 60 * 60 * 1_000_000
_CLOCKS = tuple(Clock)
_NEEDED = (("touchpoint", "what happened"), ("time", "when"), ("customer", "whose event it is"))


def conform(
    workspace: Workspace,
    settings: Settings,
    root: Path,
    ask: Ask,
    journeys: Sequence[Journey],
) -> Conformed:
    """Compare journeys as they are planned with the events that customers left behind.

    Args:
        workspace: the maps and the sources.
        settings: the calendar and the engines.
        root: the folder of the workspace; no file outside is read.
        ask: the date, how many customers it takes to be told, and the days of grace.
        journeys: the maps to look at.

    Raises:
        CxmapError: no source has events.
    """
    sources = [source for source in workspace.data if source.kind == "events"]
    if not sources:
        raise CxmapError(
            "there are no events to compare with: a source under `data` with `kind: events` says"
            " where they are"
        )
    found: list[_Found] = []
    problems: list[str] = []
    for source in sources:
        try:
            found.append(_source(source, workspace, settings, root, ask, journeys))
        except CxmapError as error:
            problems.append(str(error))
    order = {id(journey): number for number, journey in enumerate(workspace.journeys)}
    paths = sorted((p for one in found for p in one.paths), key=lambda p: order[id(p.journey)])
    ways = sorted((w for one in found for w in one.ways), key=lambda w: -w.customers)
    return Conformed(
        ask.today,
        ask.min_n,
        tuple(paths),
        tuple(row for one in found for row in one.unmapped),
        tuple(ways[:MOST_WAYS]),
        tuple(problems),
        tuple(sql for one in found for sql in one.sql),
    )


@dataclass(frozen=True)
class _Found:
    """What one source told."""

    paths: list[Walked] = field(default_factory=list)
    unmapped: list[tuple[str, str, int]] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    sql: list[str] = field(default_factory=list)


def _source(
    source: DataSource,
    workspace: Workspace,
    settings: Settings,
    root: Path,
    ask: Ask,
    journeys: Sequence[Journey],
) -> _Found:
    wanted = [(key, getattr(source, key)) for key, _ in _NEEDED]
    for (key, column), (_, what) in zip(wanted, _NEEDED, strict=True):
        if not column:
            raise CxmapError(f"data `{source.id}` needs `{key}`, the column that says {what}")
    wanted += [("where", column) for column in source.where or {}]
    with open_source(source, wanted, settings, root, ask.today) as opened:
        columns = opened.columns
        events = Events(
            columns.table,
            columns.filled(source.customer or ""),
            columns.filled(source.touchpoint or ""),
            columns.dialect.micros(columns.instant(source.time or "")),
            columns.where(),
        )
        happened = {
            str(v): (_number(who), _number(n)) for v, who, n in opened.asked.run(seen(events))
        }
        names = source.names or {}
        _, unknown = find_places(happened, names, workspace)
        found = _Found(sql=opened.asked.sql)
        hung_on: set[str] = set()
        for journey in journeys:
            plan = course(journey, list(happened), names, workspace)
            hung_on |= {v for n in set(plan.events.values()) for v in plan.nodes[n]}
            if any(plan.nodes[: len(tuple(journey.touchpoints()))]):
                found.paths.append(_Walk(plan, source, opened, events, ask).walked())
        for value, (who, _) in sorted(happened.items()):
            if (
                value in unknown
                and value not in hung_on
                and who >= ask.min_n
                and may_be_named(value)
            ):
                found.unmapped.append((source.id, value, who))
        found.ways.extend(_ways(opened, events, names, journeys, workspace, ask))
        return found


def _ways(
    opened: Open,
    events: Events,
    names: Mapping[str, str],
    journeys: Sequence[Journey],
    workspace: Workspace,
    ask: Ask,
) -> Iterator[Way]:
    """What follows what although the map has other touchpoints between them, or the other order."""
    rows = list(opened.asked.run(follows(events, opened.columns.dialect)))
    places, _ = find_places({str(v) for row in rows for v in row[:2]}, names, workspace)
    for journey in journeys:
        order = [f"{journey.id}/{touchpoint.id}" for touchpoint in journey.touchpoints()]
        called = {f"{journey.id}/{t.id}": t.what for t in journey.touchpoints()}
        planned = set(pairwise(order))
        for before, after, who, _ in rows:
            pair = tuple(
                places[str(v)].touchpoint if str(v) in places else "" for v in (before, after)
            )
            if pair[0] == pair[1] or pair in planned or _number(who) < ask.min_n:
                continue
            if pair[0] in called and pair[1] in called:
                yield Way(called[pair[0]], called[pair[1]], _number(who))


@dataclass(frozen=True)
class _Walk:
    """One journey, asked of one source."""

    plan: Course
    source: DataSource
    opened: Open
    events: Events
    ask: Ask

    @property
    def _asked(self) -> Asked:
        return self.opened.asked

    def walked(self) -> Walked:
        """What became of the journey."""
        journey = self.plan.journey
        touchpoints = list(journey.touchpoints())
        people = self._firsts(len(touchpoints))
        sums, names = self._sums(touchpoints)
        row = next(iter(self._asked.run(people.summed(sums))))
        counts = dict(zip(names, map(_number, row), strict=True))
        least = self.ask.min_n
        whole = counts["all"]
        stages = {id(t): stage for stage in journey.stages for t in stage.touchpoints}
        return Walked(
            journey,
            self.source.id,
            whole if whole >= least else None,
            tuple(
                Met(stages[id(t)], t, share(counts[f"met {n}"], whole, least))
                for n, t in enumerate(touchpoints)
                if self.plan.nodes[n]
            ),
            tuple(self._stages(counts, whole)),
            tuple(self._steps(people, counts, touchpoints)),
            tuple(self._promises(counts)),
            tuple(self._occasions(touchpoints)),
            tuple(self._unsaid(touchpoints)),
        )

    def _firsts(self, touchpoints: int) -> Firsts:
        columns = self.opened.columns
        instant = columns.instant(self.source.time or "")
        clocks = [
            clock_sql(clock, instant, self.opened.worked, columns.dialect) for clock in _CLOCKS
        ]
        needed = [(node, 0) for node in range(touchpoints)]
        for due, allowed in self._limits():
            at = _CLOCKS.index(allowed.clock)
            needed += [(due.begins, at), (due.ends, at), (due.begins, 0), (due.ends, 0)]
        conditions = [self._is(values) for values in self.plan.nodes]
        return firsts(self.events, conditions, clocks, needed)

    def _is(self, values: Sequence[str]) -> str:
        """A condition: the event is one of some."""
        if not values:
            return "1 = 0"
        literal = self.opened.columns.dialect.literal
        return f"{self.events.value} in ({', '.join(map(literal, values))})"

    def _limits(self) -> Iterator[tuple[Due, Limit]]:
        """The promises that events can be held against."""
        for due in self.plan.dues:
            allowed = limit_of(due.within)
            if allowed is not None and self.plan.nodes[due.begins] and self.plan.nodes[due.ends]:
                yield due, allowed

    def _sums(self, touchpoints: Sequence[Touchpoint]) -> tuple[list[str], list[str]]:
        """What is summed over all customers, and what each sum is called."""
        sums: dict[str, str] = {}
        any_of = " or ".join(f"{first(n)} is not null" for n in range(len(touchpoints)))
        sums["all"] = total(any_of)
        for node in range(len(touchpoints)):
            sums[f"met {node}"] = total(f"{first(node)} is not null")
        for before, after in self._neighbours():
            both = f"{first(before)} is not null and {first(after)} is not null"
            sums[f"both {before} {after}"] = total(both)
            sums[f"turned {before} {after}"] = total(f"{both} and {first(after)} < {first(before)}")
        sums |= self._stage_sums()
        for number, (due, allowed) in enumerate(self._limits()):
            good, decided = self._kept(due, allowed)
            sums[f"decided {number}"] = total(decided)
            sums[f"kept {number}"] = total(good)
        return list(sums.values()), list(sums)

    def _neighbours(self) -> list[tuple[int, int]]:
        """The touchpoints that follow each other on the map, those left out that no data know."""
        known = [n for n, _ in enumerate(self.plan.journey.touchpoints()) if self.plan.nodes[n]]
        return list(pairwise(known))

    def _stage_sums(self) -> dict[str, str]:
        met: list[str] = []
        at = 0
        for stage in self.plan.journey.stages:
            nodes = range(at, at + len(stage.touchpoints))
            at += len(stage.touchpoints)
            met.append(" or ".join(f"{first(n)} is not null" for n in nodes) or "1 = 0")
        now = self._now(Limit(Clock.MICROS, None))
        gone = f"c_last < {now - self.ask.grace * _DAY}"
        sums: dict[str, str] = {}
        for number, here in enumerate(met):
            later = " or ".join(met[number + 1 :]) or "1 = 0"
            sums[f"reached {number}"] = total(f"{here} or {later}")
            last = f"({here}) and not ({later})"
            sums[f"left {number}"] = total(f"{last} and {gone}")
            sums[f"under way {number}"] = total(f"{last} and not ({gone})")
        return sums

    def _now(self, allowed: Limit) -> int:
        return end_of(self.ask.today, allowed.clock, self.opened.worked)[0]

    def _kept(self, due: Due, allowed: Limit) -> tuple[str, str]:
        """Conditions: a promise was kept, and it can be said whether it was."""
        clock = _CLOCKS.index(allowed.clock)
        begun, ended = first(due.begins, clock), first(due.ends, clock)
        there = f"{begun} is not null and {ended} is not null"
        if due.at_least:
            return f"{there} and {ended} - {begun} >= {allowed.most}", there
        in_order = f"{there} and {first(due.ends)} >= {first(due.begins)}"
        good = f"{in_order} and {ended} - {begun} <= {allowed.most}"
        late = f"{begun} is not null and {ended} is null"
        overdue = f"{late} and {self._now(allowed)} - {begun} > {allowed.most}"
        return good, f"({in_order}) or ({overdue})"

    def _stages(self, counts: Mapping[str, int], whole: int) -> Iterator[Reached]:
        least = self.ask.min_n
        known = list(self._known_stages())
        for number, stage in known:
            reached = counts[f"reached {number}"]
            left, under_way = (
                None if stage is known[-1][1] else share(counts[f"{word} {number}"], reached, least)
                for word in ("left", "under way")
            )
            yield Reached(stage, share(reached, whole, least), left, under_way)

    def _known_stages(self) -> Iterator[tuple[int, Stage]]:
        """The stages of which the data know anything, with their numbers."""
        at = 0
        for number, stage in enumerate(self.plan.journey.stages):
            if any(self.plan.nodes[at : at + len(stage.touchpoints)]):
                yield number, stage
            at += len(stage.touchpoints)

    def _steps(
        self, people: Firsts, counts: Mapping[str, int], touchpoints: Sequence[Touchpoint]
    ) -> Iterator[Step]:
        pairs = self._neighbours()
        if not pairs:
            return
        least = self.ask.min_n
        took = {_number(row[0]): row[1:] for row in self._asked.run(people.elapsed(pairs))}
        for number, (before, after) in enumerate(pairs):
            both = counts[f"both {before} {after}"]
            turned = share(counts[f"turned {before} {after}"], both, least)
            n, median, most = (_number(cell) for cell in took.get(number, (0, 0, 0)))
            enough = n >= least and turned.part is not None
            yield Step(
                touchpoints[before],
                touchpoints[after],
                turned,
                n if enough else None,
                median if n >= least else None,
                most if n >= least else None,
            )

    def _promises(self, counts: Mapping[str, int]) -> Iterator[Promise]:
        for number, (due, _) in enumerate(self._limits()):
            kept = share(counts[f"kept {number}"], counts[f"decided {number}"], self.ask.min_n)
            low = high = None
            if kept.part is not None and kept.whole:
                low, high = (100 * end for end in wilson(kept.part, kept.whole))
            yield Promise(due.touchpoint, due.since, due.within, kept, low, high)

    def _occasions(self, touchpoints: Sequence[Touchpoint]) -> Iterator[Occasion]:
        least = self.ask.min_n
        for touchpoint in touchpoints:
            asked = self._moment(touchpoint)
            if asked is None:
                continue
            row = next(iter(self._asked.run(moment(self.events, asked))))
            reached, decided, got, good = map(_number, row)
            yield Occasion(
                touchpoint,
                reached if reached >= least else None,
                share(got, reached, least),
                share(good, decided, least),
            )

    def _moment(self, touchpoint: Touchpoint) -> Moment | None:
        when = touchpoint.when
        if when is None or when.nth is None or when.at_ is None:
            return None
        node, event = self.plan.node(touchpoint), self.plan.events[when.at_]
        per = limit_of(when.per) if when.per is not None else None
        within = limit_of(when.within) if when.within is not None else Limit(Clock.MICROS, None)
        unclear = when.per is not None and (per is None or per.clock is not Clock.MICROS)
        if unclear or within is None or not self.plan.nodes[event] or node == event:
            return None
        columns = self.opened.columns
        instant = columns.instant(self.source.time or "")
        return Moment(
            self._is(self.plan.nodes[event]),
            self._is(self.plan.nodes[node]),
            when.nth,
            per.most if per else None,
            clock_sql(within.clock, instant, self.opened.worked, columns.dialect),
            within.most,
            self._now(within),
        )

    def _unsaid(self, touchpoints: Sequence[Touchpoint]) -> Iterator[tuple[Touchpoint, str]]:
        """The timelines that cannot be looked for, with why."""
        looked_for = {id(due.touchpoint) for due, _ in self._limits()}
        for number, touchpoint in enumerate(touchpoints):
            when = touchpoint.when
            if when is None or id(touchpoint) in looked_for:
                continue
            promised = when.within or (when.by if when.before else None)
            if when.nth is not None:
                if self._moment(touchpoint) is not None:
                    continue
            elif promised is None:
                continue
            yield touchpoint, self._why(number, touchpoint, promised)

    def _why(self, number: int, touchpoint: Touchpoint, promised: Duration | None) -> str:
        event = touchpoint.when.event if touchpoint.when else None
        if event is None:
            return "the map does not say from when its time counts"
        if not self.plan.nodes[self.plan.events[event]]:
            return f"no event in the data is `{event}`"
        if not self.plan.nodes[number]:
            return "no event in the data is this touchpoint"
        if promised is not None and limit_of(promised) is None:
            return f"`{promised}` is not of one length, write it in days"
        return "its time cannot be counted"


def _number(cell: Cell) -> int:
    return int(cell or 0)
