"""What a page shows of a journey as customers went: each figure with its n, hidden ones without."""

from dataclasses import dataclass

from cxmap.report.view.measure import Verdict
from cxmap.report.view.reference import Reference
from cxmap.report.view.scale import Bullet


@dataclass(frozen=True, slots=True)
class CustomerShare:
    """A share of customers.

    Attributes:
        value: in percent, such as "89%"; empty where it is hidden.
        of: what it is made of, "131 of 148 customers"; or why it is hidden.
        few: so few customers that it gets no colour.
        bar: the share on a line from none to all; None where it is hidden.
    """

    value: str
    of: str
    few: bool
    bar: Bullet | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise of the map, and how often it was kept.

    Attributes:
        where: the touchpoint.
        moment: it is a moment of truth.
        promise: the promise in words.
        share: who got it in time.
        interval: its 95% interval, "83 to 93%"; empty where it is hidden.
        really: how long it really took; empty where too few got it.
        verdict: whether nine customers in ten get it in time.
    """

    where: Reference
    moment: bool
    promise: str
    share: CustomerShare
    interval: str
    really: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Arrived:
    """A stage, and how far customers got.

    Attributes:
        where: the stage.
        share: who reached it or a later one.
        drop: who went no further, in words; empty where nobody did, and for the last stage.
        known: what is known of those: how many are gone, how many under way.
    """

    where: Reference
    share: CustomerShare
    drop: str
    known: str


@dataclass(frozen=True, slots=True)
class Met:
    """A touchpoint, who met it, and how they came there from the one before.

    Attributes:
        where: the touchpoint.
        share: who met it.
        took: how long it took from the one before; empty for the first one.
        turned: who met the two the other way round, in words; empty for the first one.
    """

    where: Reference
    share: CustomerShare
    took: str
    turned: str


@dataclass(frozen=True, slots=True)
class Due:
    """A touchpoint that is due the nth time something happens.

    Attributes:
        where: the touchpoint.
        moment: it is a moment of truth.
        promise: when it is due, in words.
        reached: how many customers reached the moment, in words.
        got: who got it at all.
        in_time: who got it in time.
        interval: the 95% interval of that; empty where it is hidden.
        verdict: whether nine customers in ten get it in time.
    """

    where: Reference
    moment: bool
    promise: str
    reached: str
    got: CustomerShare
    in_time: CustomerShare
    interval: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Detour:
    """What follows what although the map has it otherwise, and for how many customers."""

    before: Reference
    after: Reference
    customers: str


@dataclass(frozen=True, slots=True)
class Account:
    """What one source of events told.

    Attributes:
        source: what it is called.
        about: whose events they are, of which months, and of when.
        gone: how many of its touchpoints the map no longer has, in words; empty for none.
        stale: how old that is, where it is too old to go by; else empty.
        kept: the promises, the least kept one first.
        due: the moments.
        stages: how far customers got.
        met: who met what.
        ways: the ways beside the map.
        strangers: what happens in the data and is on no map, with to how many customers.
        unsaid: touchpoints whose promise no event can be held against, with why.
        hides: some figure is hidden.
    """

    source: str
    about: str
    gone: str
    stale: str
    kept: tuple[Kept, ...]
    due: tuple[Due, ...]
    stages: tuple[Arrived, ...]
    met: tuple[Met, ...]
    ways: tuple[Detour, ...]
    strangers: tuple[tuple[str, str], ...]
    unsaid: tuple[tuple[Reference, str], ...]
    hides: bool


@dataclass(frozen=True, slots=True)
class Actual:
    """What events told of a journey.

    Attributes:
        heading: what stands out, as a sentence.
        told: by source.
    """

    heading: str
    told: tuple[Account, ...]
