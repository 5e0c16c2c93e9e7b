"""Clocks: a point in time as a whole number, so that time taken is a difference.

Three are enough for every promise: one that always runs, one that runs while the organization
works, and calendars that count days or business days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from cxmap.measure.engine import Dialect
from cxmap.timing.calendar import Calendar, is_business_day

MICROS = 1_000_000
_MINUTE = 60 * MICROS
_EPOCH = date(1970, 1, 1)
_START = date(1901, 1, 7)  # a Monday; earlier times all count as this day
_OFFSET = (_EPOCH - _START).days
_WEEK = 7


class Clock(Enum):
    """What is counted."""

    MICROS = "microseconds"
    WORKED = "worked microseconds"
    DAYS = "days"
    BUSINESS_DAYS = "business days"


@dataclass(frozen=True, slots=True)
class Hours:
    """When the organization works, as far as SQL has to know.

    Attributes:
        calendar: weekends and business hours.
        holidays: days off outside weekends, over the years that the data may have.
        zone: where the days are.
    """

    calendar: Calendar
    holidays: Sequence[date]
    zone: str


def hours(calendar: Calendar, zone: str, first: int, last: int) -> Hours:
    """When the organization works in some years."""
    day = date(first, 1, 1)
    off = []
    while day.year <= last:
        if day.weekday() not in calendar.weekend and not is_business_day(day, calendar):
            off.append(day)
        day += timedelta(days=1)
    return Hours(calendar, tuple(off), zone)


def clock_sql(clock: Clock, instant: str, worked: Hours, dialect: Dialect) -> str:
    """SQL of what a clock shows at an instant."""
    if clock is Clock.MICROS:
        return dialect.micros(instant)
    day = f"({dialect.day(instant, worked.zone)} + {_OFFSET})"
    if clock is Clock.DAYS:
        return day
    upto = _worked_upto(day, worked, dialect)
    if clock is Clock.BUSINESS_DAYS:
        return upto
    opens, closes = worked.calendar.opens * _MINUTE, worked.calendar.closes * _MINUTE
    time = dialect.daytime(instant, worked.zone)
    gone = (
        f"case when {time} <= {opens} then 0 when {time} >= {closes}"
        f" then {closes - opens} else {time} - {opens} end"
    )
    before = _worked_upto(f"({day} - 1)", worked, dialect)
    return f"({before} * {closes - opens} + ({upto} - {before}) * ({gone}))"


def clock_at(clock: Clock, moment: datetime, worked: Hours, micros: int) -> int:
    """What a clock shows at a moment, given on the calendar and clocks of its zone.

    Args:
        clock: which.
        moment: the local time, without a zone.
        worked: when the organization works.
        micros: the same moment in microseconds since 1970 in UTC.
    """
    if clock is Clock.MICROS:
        return micros
    day = moment.date()
    if clock is Clock.DAYS:
        return (day - _START).days
    upto = _days_worked(day, worked)
    if clock is Clock.BUSINESS_DAYS:
        return upto
    opens, closes = worked.calendar.opens * _MINUTE, worked.calendar.closes * _MINUTE
    time = (moment - datetime.combine(day, datetime.min.time())) // timedelta(microseconds=1)
    gone = min(max(time - opens, 0), closes - opens)
    before = _days_worked(day - timedelta(days=1), worked)
    return before * (closes - opens) + (upto - before) * gone


def _days_worked(day: date, worked: Hours) -> int:
    """How many days are worked from the start up to and with a day, as SQL counts them.

    Only the holidays that SQL knows are taken off, or the two would be years apart.
    """
    weeks, weekday = divmod((day - _START).days, _WEEK)
    work = [d for d in range(_WEEK) if d not in worked.calendar.weekend]
    days = weeks * len(work) + sum(one <= weekday for one in work)
    return days - sum(holiday <= day for holiday in worked.holidays)


def _worked_upto(day: str, worked: Hours, dialect: Dialect) -> str:
    """How many days are worked from the start up to and with a day."""
    # A year before the start every number is still positive, for engines that cut towards zero.
    weeks = dialect.whole(f"({day} + {_WEEK * 60})", str(_WEEK))
    weekday = f"({day} + {_WEEK * 60} - {_WEEK} * {weeks})"
    work = [d for d in range(_WEEK) if d not in worked.calendar.weekend]
    cases = " ".join(
        f"when {weekday} = {d} then {sum(one <= d for one in work)}" for d in range(_WEEK)
    )
    text = f"({weeks} - 60) * {len(work)} + case {cases} end"
    holidays = sorted(holiday.toordinal() - _START.toordinal() for holiday in worked.holidays)
    if holidays:
        text += "".join(
            f" - case when {day} >= {holiday} then 1 else 0 end" for holiday in holidays
        )
    return f"({text})"
