"""How times are counted for a metric: by which clock, and in which unit."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from cxmap.errors import CxmapError
from cxmap.measure.queries.clocks import MICROS, Clock, Hours, clock_at
from cxmap.model.metric import Metric
from cxmap.timing.deadline import time_zone
from cxmap.timing.duration import Duration, parse_duration
from cxmap.timing.units import Unit

_MINUTE = 60 * MICROS
_SIZES = {
    Unit.MINUTE: _MINUTE,
    Unit.HOUR: 60 * _MINUTE,
    Unit.DAY: 24 * 60 * _MINUTE,
    Unit.WEEK: 7 * 24 * 60 * _MINUTE,
    Unit.BUSINESS_HOUR: 60 * _MINUTE,
    Unit.BUSINESS_DAY: 1,
    Unit.SAME_DAY: 1,
}
_CLOCKS = {
    Unit.BUSINESS_HOUR: Clock.WORKED,
    Unit.BUSINESS_DAY: Clock.BUSINESS_DAYS,
    Unit.SAME_DAY: Clock.DAYS,
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a clock may go for a case to be in time."""

    clock: Clock
    most: int | None


def limit(metric: Metric, within: Duration | None) -> Limit:
    """What counts as in time.

    Raises:
        CxmapError: it is months or years, which are not of one length.
    """
    if within is None:
        return Limit(Clock.MICROS, None)
    found = limit_of(within)
    if found is None:
        raise _in_days(metric, within)
    return found


def limit_of(within: Duration) -> Limit | None:
    """What counts as in time; None for months and years, which are not of one length."""
    if within.unit is Unit.SAME_DAY:
        return Limit(Clock.DAYS, 0)
    size = _SIZES.get(within.unit)
    if size is None:
        return None
    amount = ceil(within.amount) if within.unit is Unit.BUSINESS_DAY else within.amount
    return Limit(_CLOCKS.get(within.unit, Clock.MICROS), int(amount * size))


def unit_of(metric: Metric) -> Unit | None:
    """The unit that the times of a metric are told in; None where nothing says so.

    Raises:
        CxmapError: it is told in months or years, which are not of one length.
    """
    if metric.unit:
        try:
            return _of_one_length(metric, parse_duration(f"1 {metric.unit}"))
        except ValueError:
            return None
    for figure in (metric.target, metric.warn):
        if isinstance(figure, Duration):
            return _of_one_length(metric, figure)
    return None


def clock_of(unit: Unit | None) -> Clock:
    """The clock that times of a unit are read from."""
    return _CLOCKS.get(unit, Clock.MICROS) if unit is not None else Clock.MICROS


def size_of(unit: Unit) -> int:
    """How far its clock goes in one unit."""
    return _SIZES[unit]


def natural_unit(longest: int) -> Unit:
    """The unit in which a time reads best, in microseconds."""
    if longest < 2 * _SIZES[Unit.HOUR]:
        return Unit.MINUTE
    return Unit.HOUR if longest < 3 * _SIZES[Unit.DAY] else Unit.DAY


def end_of(today: date, clock: Clock, worked: Hours) -> tuple[int, int]:
    """What a clock shows at the end of a day, and the time in microseconds since 1970."""
    zone = time_zone(worked.zone)
    last = datetime.combine(today, time.max)
    micros = (last.replace(tzinfo=zone) - _EPOCH) // timedelta(microseconds=1)
    return clock_at(clock, last, worked, micros), micros


def check_zone(name: str, source: str) -> str:
    """The name of a time zone.

    Raises:
        CxmapError: there is none of that name.
    """
    try:
        zone = time_zone(name)
    except ValueError as error:
        raise CxmapError(f"data `{source}`: {error}") from None
    return zone.key if isinstance(zone, ZoneInfo) else "UTC"


def _of_one_length(metric: Metric, duration: Duration) -> Unit:
    if duration.unit not in _SIZES:
        raise _in_days(metric, duration)
    return Unit.DAY if duration.unit is Unit.SAME_DAY else duration.unit


def _in_days(metric: Metric, duration: Duration) -> CxmapError:
    why = f"`{duration}` is not of one length, write it in days"
    return CxmapError(f"metric `{metric.id}` cannot be measured: {why}")
