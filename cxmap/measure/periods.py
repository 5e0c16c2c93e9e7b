"""Whole numbers as weeks, months, quarters and years."""

from datetime import date, timedelta
from enum import Enum

from cxmap.facts import period_end
from cxmap.measure.engine import Dialect

_WEEKS_BEFORE = 200_000  # keeps the numbers of weeks before 1970 from being negative
_MONDAY = 3  # 1970-01-01 was a Thursday
_EPOCH = date(1970, 1, 1)


class Grain(Enum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def period_sql(grain: Grain, instant: str, zone: str, dialect: Dialect) -> str:
    """SQL of the number of the period that an instant lies in, on the calendar of a zone."""
    if grain is Grain.WEEK:
        day = dialect.day(instant, zone)
        return dialect.whole(f"({day} + {_MONDAY + 7 * _WEEKS_BEFORE})", "7")
    month = dialect.month(instant, zone)
    if grain is Grain.MONTH:
        return month
    return dialect.whole(month, "3" if grain is Grain.QUARTER else "12")


def week_number(day: date) -> int:
    """The number of the week that a day lies in."""
    return ((day - _EPOCH).days + _MONDAY + 7 * _WEEKS_BEFORE) // 7


def label(grain: Grain, number: int) -> str:
    """What a period is called in maps, `2026-09`; nothing where no calendar has it."""
    try:
        if grain is Grain.WEEK:
            day = _EPOCH + timedelta(days=7 * (number - _WEEKS_BEFORE) - _MONDAY)
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}" if year > 0 else ""
    except OverflowError:
        return ""
    per_year = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}[grain]
    year, part = divmod(number, per_year)
    if not date.min.year <= year < date.max.year:
        return ""
    if grain is Grain.YEAR:
        return f"{year:04}"
    return f"{year:04}-{part + 1:02}" if grain is Grain.MONTH else f"{year:04}-Q{part + 1}"


def is_closed(period: str, today: date) -> bool:
    """Whether a period is over."""
    return period_end(period) < today
