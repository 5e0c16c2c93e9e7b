"""From counts to figures: what a metric says, with its interval."""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from cxmap import intervals

UNIT = 1_000
"""Answers are counted in thousandths, so that all sums are whole numbers."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of some answers. Tallies of parts add up to that of the whole.

    Attributes:
        n: the answers that count.
        good: promoters, top boxes, customers kept or lost: what the metric looks for.
        bad: detractors.
        total: the sum of the answers, in thousandths.
        squares: the sum of the squares of the answers, in millionths; 0 where not asked for.
    """

    n: int = 0
    good: int = 0
    bad: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """The tally of both together."""
        return Tally(
            self.n + other.n,
            self.good + other.good,
            self.bad + other.bad,
            self.total + other.total,
            self.squares + other.squares,
        )


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and between what it lies with 95%, where that can be said."""

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def interval(self) -> intervals.Interval | None:
        """Both ends, or None."""
        return None if self.low is None or self.high is None else (self.low, self.high)


def share(tally: Tally) -> Estimate:
    """The share of good answers in percent, with Wilson's interval."""
    low, high = intervals.wilson(tally.good, tally.n)
    return Estimate(100 * tally.good / tally.n, 100 * low, 100 * high)


def net_share(tally: Tally) -> Estimate:
    """The share of good answers less that of bad ones, in points, with the adjusted Wald."""
    low, high = intervals.adjusted_wald(tally.good, tally.bad, tally.n)
    return Estimate(100 * (tally.good - tally.bad) / tally.n, 100 * low, 100 * high)


def mean(tally: Tally) -> Estimate:
    """The mean of the answers, with Student's interval."""
    value = tally.total / tally.n / UNIT
    if tally.n < 2:
        return Estimate(value)
    # In whole numbers to the end: the difference of two large squares would lose its digits.
    spread = Fraction(tally.squares) - Fraction(tally.total**2, tally.n)
    deviation = sqrt(spread / (tally.n - 1)) / UNIT
    found = intervals.student(value, deviation, tally.n)
    return Estimate(value, *found) if found else Estimate(value)


def number(tally: Tally) -> Estimate:
    """How many there are: all of them were counted, so there is no interval."""
    return Estimate(float(tally.n))


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since the period before, and whether it is more than chance.

    Attributes:
        value: the new figure less the old one.
        low, high: between what the difference lies with 95%; None where that cannot be said.
    """

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def trend(self) -> str:
        """`up`, `down` or `no clear change`; nothing where there is no interval."""
        if self.low is None or self.high is None:
            return ""
        if self.low > 0:
            return "up"
        return "down" if self.high < 0 else "no clear change"


def change(new: Estimate, old: Estimate) -> Change:
    """The change from one period to the next, of two groups of answers apart from each other."""
    value = new.value - old.value
    if new.interval is None or old.interval is None:
        return Change(value)
    return Change(value, *intervals.difference(new.value, new.interval, old.value, old.interval))
