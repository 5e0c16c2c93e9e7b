"""The timelines of the map, and how often they were kept."""

from collections.abc import Iterator
from decimal import Decimal

from cxmap.intervals import wilson
from cxmap.measure.conformance import Promise, share
from cxmap.measure.course import Due
from cxmap.measure.queries.paths import first, total
from cxmap.measure.times import Limit, size_of
from cxmap.measure.walking.walk import CLOCKS, Counts, Took, Walk
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit


def sums(walk: Walk) -> dict[str, str]:
    """What is summed: of whom it can be said whether a promise was kept, and by whom it was."""
    found: dict[str, str] = {}
    for number, (due, allowed) in enumerate(walk.limits):
        good, decided = _kept(walk, due, allowed)
        found[f"decided {number}"] = total(decided)
        found[f"kept {number}"] = total(good)
    return found


def _kept(walk: Walk, due: Due, allowed: Limit) -> tuple[str, str]:
    """Conditions: a promise was kept, and it can be said whether it was."""
    clock = CLOCKS.index(allowed.clock)
    begun, ended = first(due.begins, clock), first(due.ends, clock)
    there = f"{begun} is not null and {ended} is not null"
    if due.at_least:
        return f"{there} and {ended} - {begun} >= {allowed.most}", there
    in_order = f"{there} and {first(due.ends)} >= {first(due.begins)}"
    good = f"{in_order} and {ended} - {begun} <= {allowed.most}"
    if due.optional:
        return good, in_order
    late = f"{begun} is not null and {ended} is null"
    overdue = f"{late} and {walk.now(allowed)} - {begun} > {allowed.most}"
    return good, f"({in_order}) or ({overdue})"


def told(walk: Walk, counts: Counts, took: Took) -> Iterator[Promise]:
    """What became of each promise; its times are of those who got it, in order."""
    least = walk.ask.min_n
    for number, (due, allowed) in enumerate(walk.limits):
        kept = share(counts[f"kept {number}"], counts[f"decided {number}"], least)
        low = high = None
        if kept.part is not None and kept.whole:
            low, high = (100 * end for end in wilson(kept.part, kept.whole))
        lap = (due.begins, due.ends, CLOCKS.index(allowed.clock))
        n, median, within, at_least = took.get(lap, (0, 0, 0, 0))
        tells = n >= least
        yield Promise(
            due.touchpoint,
            due.since,
            due.anchor,
            due.within,
            due.at_least,
            kept,
            low,
            high,
            _lasting(median, due.within.unit) if tells else None,
            _lasting(at_least if due.at_least else within, due.within.unit) if tells else None,
        )


def _lasting(ticks: int, unit: Unit) -> Duration:
    """What a clock counted, in the unit of its promise, to a tenth; weeks in days."""
    told_in = Unit.DAY if unit in {Unit.SAME_DAY, Unit.WEEK} else unit
    size = 1 if unit is Unit.SAME_DAY else size_of(told_in)
    return Duration(Decimal(f"{ticks / size:.1f}").normalize() + 0, told_in)
