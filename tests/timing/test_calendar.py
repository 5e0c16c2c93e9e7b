from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.timing.calendar import (
    Calendar,
    add_business_days,
    business_days_between,
    is_business_day,
    working_days_late,
)

DAY = timedelta(days=1)
PLAIN = Calendar()
CANADA = Calendar(country="CA", subdivision="BC", holidays=frozenset({date(2026, 12, 24)}))

dates = st.dates(date(2019, 1, 1), date(2031, 12, 31))
calendars = st.builds(
    Calendar,
    weekend=st.frozensets(st.integers(0, 6), max_size=6),
    holidays=st.frozensets(dates, max_size=40),
    country=st.sampled_from(["", "US"]),
)


def walk(start, number, calendar):
    """Count business days one by one, as a person with a wall calendar would."""
    day = start
    while number:
        day += DAY
        number -= is_business_day(day, calendar)
    return day


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2026-01-05", 20, "2026-02-02"),
        ("2026-01-05", 1, "2026-01-06"),
        ("2026-01-09", 1, "2026-01-12"),
        ("2026-01-10", 1, "2026-01-12"),
        ("2026-01-10", 0, "2026-01-10"),
    ],
)
def test_the_day_after_the_start_is_day_one(start, number, end):
    found = add_business_days(date.fromisoformat(start), number, PLAIN)
    assert found == date.fromisoformat(end)


def test_public_and_own_holidays_are_not_worked():
    days = (date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 25), date(2026, 8, 3))
    assert [is_business_day(day, CANADA) for day in days] == [True, False, False, False]
    assert add_business_days(date(2026, 12, 23), 1, CANADA) == date(2026, 12, 28)


def test_a_part_of_a_country_has_holidays_of_its_own():
    family_day = date(2026, 2, 16)
    assert is_business_day(family_day, Calendar(country="CA", subdivision="QC"))
    assert not is_business_day(family_day, CANADA)


@given(dates, st.integers(0, 300), calendars)
def test_counting_agrees_with_walking_day_by_day(start, number, calendar):
    end = walk(start, number, calendar)
    assert add_business_days(start, number, calendar) == end
    assert business_days_between(start, end, calendar) == number


@given(dates, dates, calendars)
def test_the_business_days_between_are_those_on_the_way(one, other, calendar):
    first, last = sorted([one, other])
    way = (first + DAY * step for step in range(1, (last - first).days + 1))
    number = sum(is_business_day(day, calendar) for day in way)
    assert business_days_between(first, last, calendar) == number
    assert business_days_between(last, first, calendar) == -number


@given(dates, st.integers(0, 36_525), calendars)
def test_a_hundred_years_of_business_days_end_on_one(start, number, calendar):
    end = add_business_days(start, number, calendar)
    assert business_days_between(start, end, calendar) == number
    assert number == 0 or is_business_day(end, calendar)


def test_a_week_without_a_weekend_is_worked_through():
    calendar = Calendar(weekend=frozenset())
    assert add_business_days(date(2026, 1, 5), 20, calendar) == date(2026, 1, 25)


def test_a_weekend_of_seven_days_is_refused():
    with pytest.raises(ValueError, match="leave at least one day to work on"):
        Calendar(weekend=frozenset(range(7)))


def test_hours_that_end_before_they_begin_are_refused():
    with pytest.raises(ValueError, match="the business hours end before they begin"):
        Calendar(opens=17 * 60, closes=9 * 60)


def test_days_that_went_by_cannot_be_added():
    with pytest.raises(ValueError, match="only days to come"):
        add_business_days(date(2026, 1, 5), -1, PLAIN)


def test_the_end_of_the_calendar_is_the_last_day():
    assert add_business_days(date(9999, 12, 20), 100, PLAIN) == date.max
    assert add_business_days(date.max, 1, CANADA) == date.max


@pytest.mark.parametrize(
    ("today", "late"),
    [("2026-01-08", 0), ("2026-01-09", 0), ("2026-01-11", 0), ("2026-01-12", 1), ("2026-01-20", 7)],
)
def test_lateness_is_counted_in_working_days(today, late):
    assert working_days_late(date(2026, 1, 9), date.fromisoformat(today), PLAIN) == late
