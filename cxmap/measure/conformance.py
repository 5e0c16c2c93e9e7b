"""What comparing the planned journey with the actual one comes to, as outputs receive it."""

from dataclasses import dataclass
from datetime import date

from cxmap.measure.readings import SourceReport
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.duration import Duration


@dataclass(frozen=True, slots=True)
class Share:
    """Some customers of many. A number that would tell of a few people is None.

    Attributes:
        part: how many; None where these or the others are too few to be told.
        whole: of how many; None where they are too few.
    """

    part: int | None
    whole: int | None

    @property
    def value(self) -> float | None:
        """The share in percent."""
        return 100 * self.part / self.whole if self.part is not None and self.whole else None


def share(part: int, whole: int, min_n: int) -> Share:
    """Some customers of many, without what would tell of a few.

    Nobody and everybody are told where the whole is: they are the findings that matter most, and
    single out no one among the others.
    """
    if whole < min_n:
        return Share(None, None)
    telling = 0 < part < min_n or 0 < whole - part < min_n
    return Share(None if telling else part, whole)


@dataclass(frozen=True, slots=True)
class Met:
    """How many customers of a journey met a touchpoint at all."""

    stage: Stage
    touchpoint: Touchpoint
    customers: Share


@dataclass(frozen=True, slots=True)
class Reached:
    """How far customers got.

    Attributes:
        stage: the stage.
        reached: who met it or a later one.
        left: who met nothing after it, and nothing at all for so long that they are gone; None
            for the last stage that the data know, where everybody arrives.
        under_way: who met nothing after it yet.
    """

    stage: Stage
    reached: Share
    left: Share | None
    under_way: Share | None


@dataclass(frozen=True, slots=True)
class Step:
    """Two touchpoints that follow each other on the map.

    Attributes:
        before: the one.
        after: the other.
        turned: of those who met both, who met the other one first.
        n: how many met them in the order of the map; None where they are too few.
        median: how long that took half of them at most, in microseconds.
        nine_tenths: how long it took nine tenths of them at most.
    """

    before: Touchpoint
    after: Touchpoint
    turned: Share
    n: int | None
    median: int | None
    nine_tenths: int | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A timeline, and how often it was kept.

    Attributes:
        touchpoint: what is due.
        since: what it hangs on, as the map says it.
        anchor: the touchpoint that means; None for any other event.
        within: how long it may take.
        at_least: the time is a least one, as in "2 days before".
        kept: who got it in time, of those of whom that can be said.
        low, high: the 95% interval of that share in percent (Wilson); None where it is hidden.
        median: how long it took half of those who got it at most, in the unit of the promise.
        nine_tenths: how long it took nine tenths of them, at most or at least as promised; both
            None where they are too few.
    """

    touchpoint: Touchpoint
    since: str
    anchor: Touchpoint | None
    within: Duration
    at_least: bool
    kept: Share
    low: float | None
    high: float | None
    median: Duration | None
    nine_tenths: Duration | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A touchpoint that is due the nth time something happens.

    Attributes:
        touchpoint: what is due.
        reached: how many customers reached the moment; None where they are too few.
        got: who got the touchpoint at all.
        in_time: who got it in time, of those of whom that can be said.
    """

    touchpoint: Touchpoint
    reached: int | None
    got: Share
    in_time: Share


@dataclass(frozen=True, slots=True)
class Way:
    """Something that really follows something, and that the map does not have so."""

    before: Touchpoint
    after: Touchpoint
    customers: int


@dataclass(frozen=True, slots=True)
class Walked:
    """A journey as it is planned, and as customers went.

    Attributes:
        journey: the map.
        source: the id of the events.
        customers: who met any of its touchpoints; None where they are too few.
        since, until: the months of the first and the last event of it, such as `2026-04`.
        met, stages, steps, promises, occasions: what became of its parts, in the map's order.
        ways: what follows what beside the map, the most frequent first.
        unsaid: touchpoints whose timeline cannot be looked for, with why.
    """

    journey: Journey
    source: str
    customers: int | None = None
    since: str = ""
    until: str = ""
    met: tuple[Met, ...] = ()
    stages: tuple[Reached, ...] = ()
    steps: tuple[Step, ...] = ()
    promises: tuple[Promise, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    ways: tuple[Way, ...] = ()
    unsaid: tuple[tuple[Touchpoint, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Conformed:
    """What one run found.

    Attributes:
        today: the date it went by.
        min_n: under how many customers nothing is told.
        paths: the journeys, in the order of the maps.
        sources: the sources of events that were read.
        problems: sources that could not be read, with why.
    """

    today: date
    min_n: int
    paths: tuple[Walked, ...]
    sources: tuple[SourceReport, ...] = ()
    problems: tuple[str, ...] = ()
