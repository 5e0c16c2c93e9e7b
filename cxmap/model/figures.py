"""Figures of metrics: which one is better, whether a target is met, and how they are written."""

from decimal import Decimal
from enum import Enum

from cxmap import intervals
from cxmap.estimate import share
from cxmap.model.metric import Metric, Reading, kind_of
from cxmap.timing.calendar import Calendar
from cxmap.timing.deadline import Order, compare
from cxmap.timing.duration import Duration, parse_duration
from cxmap.timing.units import Unit

PLAIN_WEEK = Calendar()
"""Weekends off and business hours of eight, where a workspace says nothing else."""

SMALL = 30
"""Under this many answers a figure is marked small: chance moves it by whole steps."""

_MINUTES_A_WEEK = 7 * 24 * 60
_MINUTES = {
    Unit.MINUTE: 1.0,
    Unit.BUSINESS_HOUR: _MINUTES_A_WEEK / (5 * 8),
    Unit.BUSINESS_DAY: _MINUTES_A_WEEK / 5,
    Unit.MONTH: 365.25 / 12 * 24 * 60,
    Unit.SAME_DAY: 24 * 60.0,
}


class Standing(Enum):
    """Where a reading stands beside the target of its metric."""

    REACHED = "reached"
    MISSED = "missed"
    UNSURE = "unsure"
    """It misses, but from so few answers that the target may have been reached."""
    UNKNOWN = "unknown"
    """There is no target, or one that cannot be compared."""


def as_number(metric: Metric, figure: float | Duration) -> float:
    """A figure as a number to draw or sort by: a time in minutes, anything else as it is.

    Business hours and days are taken for their share of a plain week, of five days of eight
    hours; months for a twelfth of a year. Whether one time is longer than another `is_better`
    tells exactly.
    """
    figure = _timed(metric, figure)
    if isinstance(figure, Duration):
        return float(figure.size) * _MINUTES[figure.sort]
    return float(figure)


def is_better(
    metric: Metric,
    one: float | Duration,
    other: float | Duration,
    calendar: Calendar = PLAIN_WEEK,
) -> bool | None:
    """Tell whether `one` is the better figure of the two.

    Args:
        metric: whose figures they are; it says whether higher or lower is better.
        one: a figure.
        other: the figure beside it.
        calendar: which days are worked, to compare business days with plain ones.

    Returns:
        False too where they are equal; None where nobody can tell: a number without a unit
        beside a time, or times of which either may be the longer one.
    """
    one, other = _timed(metric, one), _timed(metric, other)
    if isinstance(one, Duration) and isinstance(other, Duration):
        order = compare(one, other, calendar)
        if order is Order.MIXED:
            return None
        return order is (Order.LONGER if metric.direction == "higher" else Order.SHORTER)
    if isinstance(one, Duration) or isinstance(other, Duration):
        return None
    return one > other if metric.direction == "higher" else one < other


def interval(metric: Metric, reading: Reading) -> tuple[float | Duration, float | Duration] | None:
    """Between what a reading lies with 95%: as written, else worked out where its n is enough.

    Of a share the number of answers is enough (Wilson's interval, in percent); of a mean or of
    NPS the spread of the answers is needed too, which a reading does not say.

    Returns:
        both ends, or None where nobody can tell.
    """
    if reading.low is not None and reading.high is not None:
        return reading.low, reading.high
    is_share = kind_of(metric).estimate is share and metric.measured_in == "%"
    value = reading.value
    if not is_share or not reading.n or isinstance(value, Duration) or not 0 <= value <= 100:
        return None
    low, high = intervals.wilson_of_share(value / 100, reading.n)
    return 100 * low, 100 * high


def standing(
    metric: Metric, reading: Reading, calendar: Calendar = PLAIN_WEEK, *, least: int = 0
) -> Standing:
    """Where a reading stands beside the metric's target.

    It misses the target only when its interval says so: a target that lies inside is not missed.
    Without an interval its own value decides, unless it comes from fewer than `SMALL` answers.

    Args:
        metric: the metric with its target.
        reading: one of its readings.
        calendar: which days are worked.
        least: under this many answers a figure says nothing at all.
    """
    target = metric.target
    if target is None:
        return Standing.UNKNOWN
    worse = is_better(metric, target, reading.value, calendar)
    if worse is None:
        return Standing.UNKNOWN
    few = reading.n is not None and reading.n < least
    if not worse:
        return Standing.UNSURE if few else Standing.REACHED
    best = reading.high if metric.direction == "higher" else reading.low
    if best is None:
        small = few or (reading.n is not None and reading.n < SMALL)
        return Standing.UNSURE if small else Standing.MISSED
    clear = is_better(metric, target, best, calendar) and not few
    return Standing.MISSED if clear else Standing.UNSURE


def misses(
    metric: Metric, reading: Reading, calendar: Calendar = PLAIN_WEEK, *, least: int = 0
) -> bool:
    """Tell whether a reading clearly misses its target; see `standing`."""
    return standing(metric, reading, calendar, least=least) is Standing.MISSED


def say(metric: Metric, figure: float | Duration, currency: str = "") -> str:
    """A figure in words, with its unit: `81.2%`, `+31`, `7 minutes`, `CAD 10.40`.

    Args:
        metric: whose figure it is.
        figure: the figure.
        currency: the workspace's currency, for money.
    """
    figure = _timed(metric, figure)
    if isinstance(figure, Duration):
        return str(figure)
    match metric.measured_in:
        case "points":
            return f"+{_plain(figure)}" if figure > 0 else _plain(figure)
        case "money":
            amount = f"{figure:,.2f}".removesuffix(".00").replace("-", "−")
            return f"{currency} {amount}".strip()
        case "scale" | "number" | "time":
            return _plain(figure)
        case unit:
            return f"{_plain(figure)}{'' if unit == '%' else ' '}{unit}"


def _plain(figure: float) -> str:
    """At most two decimals, thousands parted, a real minus sign."""
    text = f"{round(figure, 2) + 0:,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _timed(metric: Metric, figure: float | Duration) -> float | Duration:
    """A plain number of a metric whose unit is one of time: `unit: days` makes 30 `30 days`."""
    if isinstance(figure, Duration) or not metric.unit or kind_of(metric).unit != "time":
        return figure
    try:
        unit = parse_duration(f"1 {metric.unit}").unit
    except ValueError:
        return figure
    return Duration(Decimal(repr(float(figure))).normalize() + 0, unit)
