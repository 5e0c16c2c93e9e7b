"""The workspace calendar: which days are worked, and how many of them lie between two dates.

Days are counted, not walked: a hundred years cost what a week does, plus one look-up for each
year in which a country's public holidays are needed.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_WEEK = 7
_DAY = 24 * 60
# Outside these years nobody knows a country's holidays; it also bounds what is ever looked up.
_KNOWN_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the organization works. The default is weekends off, 09:00 to 17:00, UTC.

    Attributes:
        weekend: weekdays that are not worked, Monday is 0; at least one day is left to work.
        holidays: other dates that are not worked, beside those of the country.
        country: two letters of a country whose public holidays are not worked, or nothing.
        subdivision: the part of the country whose holidays count too, or nothing.
        opens, closes: the business hours, in minutes after midnight.
        timezone: where the hours are, such as `America/Vancouver`.
    """

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()
    country: str = ""
    subdivision: str = ""
    opens: int = 9 * 60
    closes: int = 17 * 60
    timezone: str = "UTC"

    def __post_init__(self) -> None:
        """Refuse a week without work: no deadline would ever come."""
        if self.weekend >= set(range(_WEEK)):
            message = "the weekend is the whole week: leave at least one day to work on"
            raise ValueError(message)
        if not 0 <= self.opens < self.closes <= _DAY:
            message = "the business hours end before they begin: write them like `09:00` to `17:00`"
            raise ValueError(message)


def is_business_day(day: date, calendar: Calendar) -> bool:
    """Tell whether `day` is neither weekend nor holiday."""
    if day.weekday() in calendar.weekend:
        return False
    return day.toordinal() not in _closed(calendar, day.year)


def business_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Count the business days after `start` up to and with `end`; negative where `end` is earlier.

    It undoes `add_business_days`: the day after the start is day 1.
    """
    if end < start:
        return -business_days_between(end, start, calendar)
    worked = _worked(end.toordinal(), calendar) - _worked(start.toordinal(), calendar)
    return worked - _closed_between(start, end, calendar)


def add_business_days(start: date, number: int, calendar: Calendar) -> date:
    """The `number`-th business day after `start`: 2026-01-05 and 20 make 2026-02-02.

    With 0 it is `start` itself, worked or not. Nothing is later than the last day of 9999.
    """
    if number < 0:
        message = f"{number} business days: only days to come can be added"
        raise ValueError(message)
    day, missing = start, number
    while missing > 0 and day < date.max:
        # Holidays jumped over are made up for by another jump, which may meet holidays again.
        day = _later(day, missing, calendar)
        missing = number - business_days_between(start, day, calendar)
    return day


def working_days_late(due: date, today: date, calendar: Calendar) -> int:
    """How many business days have begun since `due`; 0 while it is not past."""
    return max(0, business_days_between(due, today, calendar))


@lru_cache(maxsize=256)
def _workdays(weekend: frozenset[int]) -> tuple[int, ...]:
    return tuple(weekday for weekday in range(_WEEK) if weekday not in weekend)


def _worked(ordinal: int, calendar: Calendar) -> int:
    """Count the days outside weekends from 0001-01-01, a Monday, up to and with `ordinal`."""
    workdays = _workdays(calendar.weekend)
    weeks, days = divmod(ordinal, _WEEK)
    return weeks * len(workdays) + bisect_left(workdays, days)


def _later(day: date, number: int, calendar: Calendar) -> date:
    """The `number`-th day outside weekends after `day`, holidays or not."""
    workdays = _workdays(calendar.weekend)
    weeks, nth = divmod(_worked(day.toordinal(), calendar) + number - 1, len(workdays))
    ordinal = weeks * _WEEK + workdays[nth] + 1
    return date.fromordinal(min(ordinal, date.max.toordinal()))


def _closed_between(start: date, end: date, calendar: Calendar) -> int:
    """Count the holidays outside weekends after `start` up to and with `end`."""
    if start.year == end.year:
        closed = _closed(calendar, start.year)
        return bisect_right(closed, end.toordinal()) - bisect_right(closed, start.toordinal())
    first, last = _closed(calendar, start.year), _closed(calendar, end.year)
    begun = len(first) - bisect_right(first, start.toordinal())
    between = _closed_in_years(calendar, start.year + 1, end.year - 1)
    return begun + between + bisect_right(last, end.toordinal())


@lru_cache(maxsize=4_096)
def _closed_in_years(calendar: Calendar, first: int, last: int) -> int:
    own = sum(first <= day.year <= last for day in calendar.holidays)
    if not (calendar.country or own):
        return 0
    return sum(len(_closed(calendar, year)) for year in range(first, last + 1))


@lru_cache(maxsize=4_096)
def _closed(calendar: Calendar, year: int) -> tuple[int, ...]:
    """The ordinals of a year's holidays that are no weekend, sorted."""
    days = {day for day in calendar.holidays if day.year == year}
    if calendar.country and year in _KNOWN_YEARS:
        from cxmap.timing.countries import public_holidays

        days |= public_holidays(calendar.country, calendar.subdivision, year)
    return tuple(sorted(day.toordinal() for day in days if day.weekday() not in calendar.weekend))
