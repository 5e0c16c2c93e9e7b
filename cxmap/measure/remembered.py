"""What an earlier run kept of a journey, found on the map as it is now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxmap.intervals import wilson
from cxmap.measure.conformance import (
    Met,
    Occasion,
    Promise,
    Reached,
    Share,
    Step,
    Walked,
    Way,
    share,
)
from cxmap.measure.queries.clocks import Clock
from cxmap.measure.times import limit_of
from cxmap.model.actual import Actual, ActualPromise, ActualStage, ActualStep
from cxmap.model.index import Index
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.duration import Duration


def remembered(actual: Actual, journey: Journey, least: int) -> Walked:
    """What was kept of a journey, as a run would tell it today.

    Rows whose stage or touchpoint the map no longer has are left out, and so is what fewer
    customers share than it takes now, whatever it took when it was kept.

    Args:
        actual: what was kept.
        journey: the map.
        least: how many customers it takes to be told.
    """
    if actual.customers < least:
        return Walked(journey, actual.data)
    now = _now(journey, least)
    whole = actual.customers
    return Walked(
        journey,
        actual.data,
        whole,
        actual.from_ or "",
        actual.to or "",
        tuple(
            Met(now.homes[id(found)], found, now.share(row.met, whole))
            for row in actual.touchpoints
            if (found := now.touchpoint(row.touchpoint))
        ),
        tuple(_stages(actual.stages, whole, now)),
        tuple(_steps(actual.steps, now)),
        tuple(_promises(actual.promises, now)),
        tuple(
            Occasion(
                found,
                now.told(row.reached),
                now.share(row.got, row.reached),
                now.share(row.in_time, row.cases),
            )
            for row in actual.moments
            if (found := now.touchpoint(row.touchpoint))
        ),
        tuple(
            Way(before, after, row.customers)
            for row in actual.ways
            if (before := now.touchpoint(row.from_)) and (after := now.touchpoint(row.to))
            if row.customers >= least
        ),
        tuple(
            (found, row.why) for row in actual.unsaid if (found := now.touchpoint(row.touchpoint))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Now:
    """The map, and how many customers it takes to be told."""

    stages: Index[Stage]
    touchpoints: Index[Touchpoint]
    homes: dict[int, Stage]
    least: int

    def touchpoint(self, reference: str) -> Touchpoint | None:
        return self.touchpoints.get(reference.rpartition("/")[2])

    def stage(self, reference: str) -> Stage | None:
        return self.stages.get(reference.rpartition("#")[2])

    def told(self, count: int | None) -> int | None:
        return count if count is not None and count >= self.least else None

    def share(self, part: int | None, whole: int | None) -> Share:
        if part is None or whole is None:
            return Share(None, self.told(whole))
        return share(part, whole, self.least)


def _now(journey: Journey, least: int) -> _Now:
    return _Now(
        Index(journey.stages),
        Index(tuple(journey.touchpoints())),
        {id(t): stage for stage in journey.stages for t in stage.touchpoints},
        least,
    )


def _stages(rows: Iterable[ActualStage], whole: int, now: _Now) -> Iterator[Reached]:
    """The funnel, without what the others would tell: who is left of a stage, and of a drop."""
    known = [(row, stage) for row in rows if (stage := now.stage(row.stage))]
    before = whole
    for row, stage in known:
        reached = now.share(row.reached, whole)
        if reached.part is not None and 0 < before - reached.part < now.least:
            reached = Share(None, reached.whole)
        before = before if reached.part is None else reached.part
        parts = [now.share(part, reached.part) for part in (row.left, row.under_way)]
        if any(share.part is None for share in parts):
            parts = [Share(None, share.whole) for share in parts]
        last = row is known[-1][0]
        yield Reached(stage, reached, *((None, None) if last else parts))


def _steps(rows: Iterable[ActualStep], now: _Now) -> Iterator[Step]:
    for row in rows:
        before, after = now.touchpoint(row.from_), now.touchpoint(row.to)
        if before is None or after is None:
            continue
        turned = now.share(row.turned, row.both)
        told = turned.whole is not None
        yield Step(
            before,
            after,
            turned,
            now.told(turned.whole - turned.part)
            if turned.whole and turned.part is not None
            else None,
            _micros(row.median) if told else None,
            _micros(row.nine_tenths) if told else None,
        )


def _micros(time: Duration | None) -> int | None:
    """A time in microseconds; None where it is written in a unit that they do not tell."""
    if time is None:
        return None
    found = limit_of(time)
    return found.most if found is not None and found.clock is Clock.MICROS else None


def _promises(rows: Iterable[ActualPromise], now: _Now) -> Iterator[Promise]:
    for row in rows:
        found = now.touchpoint(row.touchpoint)
        if found is None:
            continue
        kept = now.share(row.kept, row.cases)
        low = high = None
        if kept.part is not None and kept.whole:
            low, high = (100 * end for end in wilson(kept.part, kept.whole))
        told = kept.whole is not None
        yield Promise(
            found,
            row.since,
            now.touchpoint(row.since),
            row.within,
            bool(row.at_least),
            kept,
            low,
            high,
            row.median if told else None,
            row.nine_tenths if told else None,
        )
