"""When a promise falls due, and which of two promises is the shorter one."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from math import ceil
from typing import overload
from zoneinfo import ZoneInfo, available_timezones

from cxmap.timing.calendar import Calendar, add_business_days, is_business_day
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit
from cxmap.words import did_you_mean

_MICROSECONDS = 60_000_000  # in a minute
# The year whose start days are tried by `compare`: any will do that is not leap, as people take
# 365 days for a year; a fixed one gives the same answer every day.
_YEAR = 2026


class Order(Enum):
    """How long one duration is beside another, over every start day of a year."""

    SHORTER = "shorter"
    LONGER = "longer"
    EQUAL = "equal"
    MIXED = "mixed"


@overload
def deadline(start: datetime, duration: Duration, calendar: Calendar) -> datetime: ...
@overload
def deadline(start: date, duration: Duration, calendar: Calendar) -> date: ...
def deadline(start: date, duration: Duration, calendar: Calendar) -> date:
    """The last moment at which something promised within `duration` of `start` is in time.

    Minutes and hours are exact. Days and weeks keep the time of day, months and years too, on the
    month's last day where it is too short. Business days, begun ones counted whole, and the same
    day last until midnight. Business hours run while the organization works.

    A date stands for its midnight and gives a date. A time with a zone is counted in the
    calendar's own zone and given in it; one without is taken to be there already. Nothing is
    later than the end of 9999.
    """
    try:
        if not isinstance(start, datetime):
            return _due(datetime.combine(start, time.min), duration, calendar).date()
        if start.tzinfo is None:
            return _due(start, duration, calendar)
        zone = time_zone(calendar.timezone)
        if duration.unit in {Unit.MINUTE, Unit.HOUR}:
            # Counted in UTC: two hours stay two hours in the night when the clocks change.
            return _due(start.astimezone(UTC), duration, calendar).astimezone(zone)
        local = start.astimezone(zone).replace(tzinfo=None)
        return _due(local, duration, calendar).replace(tzinfo=zone)
    except OverflowError:
        if isinstance(start, datetime):
            return datetime.max.replace(tzinfo=start.tzinfo)
        return date.max


@lru_cache(maxsize=4_096)
def compare(one: Duration, other: Duration, calendar: Calendar) -> Order:
    """Tell whether `one` is shorter or longer than `other`.

    Durations of one sort compare as numbers. Others are tried on every day of a year: shorter
    means never later and at least once sooner; mixed, that it depends on the day. Whole days are
    tried by date, so that a week is no less than five business days; hours are tried from opening
    and from closing time.
    """
    if one.sort is other.sort:
        return _order(shorter=one.size < other.size, longer=one.size > other.size)
    shorter = longer = False
    for start in _starts(calendar, by_date=_in_days(one) and _in_days(other)):
        mine, theirs = deadline(start, one, calendar), deadline(start, other, calendar)
        shorter = shorter or mine < theirs
        longer = longer or mine > theirs
        if shorter and longer:
            break
    return _order(shorter=shorter, longer=longer)


def time_zone(name: str) -> tzinfo:
    """The time zone of that name.

    Raises:
        ValueError: there is none; the text is a message with the nearest name.
    """
    if name.upper() == "UTC":
        return UTC  # known even on machines without a list of time zones
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        known = available_timezones()
        guess = did_you_mean(name, sorted(known)) or ", write one like `Europe/Vienna`"
        missing = ", this machine has no list of them: install `tzdata`"
        message = f"there is no time zone `{name}`{guess if known else missing}"
        raise ValueError(message) from None


def _in_days(duration: Duration) -> bool:
    short = duration.unit in {Unit.MINUTE, Unit.HOUR, Unit.BUSINESS_HOUR}
    return not short and duration.amount % 1 == 0


def _starts(calendar: Calendar, *, by_date: bool) -> Iterator[date]:
    for ordinal in range(date(_YEAR, 1, 1).toordinal(), date(_YEAR, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        if by_date:
            yield day
        else:
            yield _at(day, timedelta(minutes=calendar.opens))
            yield _at(day, timedelta(minutes=calendar.closes))


def _order(*, shorter: bool, longer: bool) -> Order:
    if shorter and longer:
        return Order.MIXED
    if shorter:
        return Order.SHORTER
    return Order.LONGER if longer else Order.EQUAL


def _due(start: datetime, duration: Duration, calendar: Calendar) -> datetime:
    match duration.sort:
        case Unit.MINUTE:
            return start + _minutes(duration.size)
        case Unit.MONTH:
            return _months_later(start, duration.size)
        case Unit.BUSINESS_HOUR:
            return _business_hours_later(start, _minutes(duration.size * 60), calendar)
        case Unit.BUSINESS_DAY:
            last = add_business_days(start.date(), ceil(duration.amount), calendar)
            return datetime.combine(last, time.max)
        case _:
            return datetime.combine(start.date(), time.max)


def _minutes(number: Decimal) -> timedelta:
    return timedelta(microseconds=int(number * _MICROSECONDS))


def _at(day: date, after_midnight: timedelta) -> datetime:
    return datetime.combine(day, time.min) + after_midnight


def _months_later(start: datetime, months: Decimal) -> datetime:
    whole = int(months)
    due = _same_day_of_month(start, whole)
    if months != whole:
        # Part of a month is that part of the month that follows, whatever its length.
        due += (_same_day_of_month(start, whole + 1) - due) * float(months - whole)
    return due


def _same_day_of_month(start: datetime, months: int) -> datetime:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > date.max.year:
        raise OverflowError
    day = min(start.day, monthrange(year, month + 1)[1])
    return start.replace(year=year, month=month + 1, day=day)


def _business_hours_later(start: datetime, need: timedelta, calendar: Calendar) -> datetime:
    if not need:
        return start
    opens = timedelta(minutes=calendar.opens)
    whole_day = timedelta(minutes=calendar.closes) - opens
    # A day off is like a day after closing time: the work begins on the next business day.
    gone = whole_day
    if is_business_day(start.date(), calendar):
        gone = min(max(start - _at(start.date(), opens), timedelta()), whole_day)
    days, rest = divmod(gone + need, whole_day)
    if not rest:  # done at closing time, not when the next day opens
        days, rest = days - 1, whole_day
    return _at(add_business_days(start.date(), days, calendar), opens + rest)
