"""Touchpoints that are due the nth time something happens: how many customers got them."""

from collections.abc import Iterator

from cxmap.measure.conformance import Occasion, share
from cxmap.measure.queries.clocks import Clock
from cxmap.measure.queries.paths import Moment, moment
from cxmap.measure.times import Limit, limit_of, size_of
from cxmap.measure.walking.walk import Walk, number
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit

_LONGEST = {Unit.MONTH: 31, Unit.YEAR: 366}
"""The most days that a unit can have, where they differ."""


def told(walk: Walk) -> Iterator[Occasion]:
    """What became of each moment that can be looked for."""
    least = walk.ask.min_n
    for touchpoint in walk.touchpoints:
        asked = asked_of(touchpoint, walk)
        if asked is None:
            continue
        row = next(iter(walk.asked.run(moment(walk.events, asked))))
        reached, decided, got, good = map(number, row)
        yield Occasion(
            touchpoint,
            reached if reached >= least else None,
            share(got, reached, least),
            share(good, decided, least),
        )


def counted_in(per: Duration) -> int | None:
    """The time in which occurrences are counted, in microseconds; a month has 31 days at most.

    None where it is of business days or hours, of which no event knows how many lie between.
    """
    days = _LONGEST.get(per.unit)
    if days is not None:
        return int(per.amount * days * size_of(Unit.DAY))
    found = limit_of(per)
    return found.most if found is not None and found.clock is Clock.MICROS else None


def asked_of(touchpoint: Touchpoint, walk: Walk) -> Moment | None:
    """What is asked of a touchpoint's moment; None where it has none that can be looked for."""
    when = touchpoint.when
    if when is None or when.nth is None or when.at_ is None:
        return None
    node, event = walk.plan.node(touchpoint), walk.plan.events[when.at_]
    per = counted_in(when.per) if when.per is not None else None
    within = limit_of(when.within) if when.within is not None else Limit(Clock.MICROS, None)
    unclear = when.per is not None and per is None
    if unclear or within is None or not walk.plan.nodes[event] or node == event:
        return None
    return Moment(
        walk.is_one_of(walk.plan.nodes[event]),
        walk.is_one_of(walk.plan.nodes[node]),
        when.nth,
        per,
        walk.clock(within.clock),
        within.most,
        walk.now(within),
        walk.ask.grace * size_of(Unit.DAY),
    )
