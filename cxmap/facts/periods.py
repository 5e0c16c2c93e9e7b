"""When a period of a reading begins and ends."""

from datetime import date, timedelta

_QUARTER_MONTHS = 3
_DECEMBER = 12


def period_start(period: str) -> date:
    """The first day of a period: a day, 2026-W38, 2026-09, 2026-Q3 or 2026."""
    year = int(period[:4])
    rest = period[5:]
    if not rest:
        return date(year, 1, 1)
    if rest.startswith("W"):
        return date.fromisocalendar(year, int(rest[1:]), 1)
    if rest.startswith("Q"):
        return date(year, _QUARTER_MONTHS * (int(rest[1:]) - 1) + 1, 1)
    if "-" in rest:
        return date.fromisoformat(period)
    return date(year, int(rest), 1)


def period_end(period: str) -> date:
    """The last day of a period."""
    first = period_start(period)
    rest = period[5:]
    if not rest:
        return date(first.year, _DECEMBER, 31)
    if rest.startswith("W"):
        return first + timedelta(days=6)
    if "-" in rest:
        return first
    months = _QUARTER_MONTHS if rest.startswith("Q") else 1
    after = first.month + months
    if after > _DECEMBER:
        return date(first.year, _DECEMBER, 31)
    return date(first.year, after, 1) - timedelta(days=1)
