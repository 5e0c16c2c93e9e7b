from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.timing.calendar import Calendar, is_business_day
from cxmap.timing.deadline import Order, compare, deadline
from cxmap.timing.duration import Duration, parse_duration
from cxmap.timing.units import UNITS

PLAIN = Calendar()
VANCOUVER = Calendar(country="CA", subdivision="BC", timezone="America/Vancouver")

units = st.sampled_from(sorted(set(UNITS.values()), key=str))
amounts = st.decimals("0", "40", places=1)
durations = st.builds(Duration, amounts, units) | st.just(parse_duration("same day"))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001 (in the calendar's zone)


def due(start, words, calendar=PLAIN):
    return deadline(datetime.fromisoformat(start), parse_duration(words), calendar)


@pytest.mark.parametrize(
    ("start", "words", "end"),
    [
        ("2026-01-09 16:00", "30 minutes", "2026-01-09 16:30"),
        ("2026-01-09 16:00", "24h", "2026-01-10 16:00"),
        ("2026-01-09 16:00", "1.5 days", "2026-01-11 04:00"),
        ("2026-01-09 16:00", "2 weeks", "2026-01-23 16:00"),
        ("2026-01-09 16:00", "2 business hours", "2026-01-12 10:00"),
        ("2026-01-09 16:00", "1 business hour", "2026-01-09 17:00"),
        ("2026-01-09 07:00", "8 business hours", "2026-01-09 17:00"),
        ("2026-01-09 18:00", "20 business hours", "2026-01-14 13:00"),
        ("2026-01-10 12:00", "0.5 business hours", "2026-01-12 09:30"),
        ("2026-01-10 12:00", "0 business hours", "2026-01-10 12:00"),
        ("2026-01-09 16:00", "1 business day", "2026-01-12 23:59:59.999999"),
        ("2026-01-09 16:00", "1.5 business days", "2026-01-13 23:59:59.999999"),
        ("2026-01-09 16:00", "same day", "2026-01-09 23:59:59.999999"),
        ("2026-01-31 16:00", "1 month", "2026-02-28 16:00"),
        ("2026-01-31 16:00", "13 months", "2027-02-28 16:00"),
        ("2026-02-01 00:00", "0.5 months", "2026-02-15 00:00"),
        ("2028-02-29 16:00", "1 year", "2029-02-28 16:00"),
        ("2026-01-31 16:00", "1.5 years", "2027-07-31 16:00"),
    ],
)
def test_a_promise_falls_due(start, words, end):
    assert due(start, words) == datetime.fromisoformat(end)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("90 min", "2026-01-30"),
        ("36 hours", "2026-01-31"),
        ("9 business hours", "2026-02-02"),
        ("1 business day", "2026-02-02"),
        ("same day", "2026-01-30"),
        ("1 month", "2026-02-28"),
    ],
)
def test_a_date_gives_a_date(words, end):
    found = deadline(date(2026, 1, 30), parse_duration(words), PLAIN)
    assert type(found) is date
    assert found == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("24 hours", "2026-03-08T13:00:00-07:00"),
        ("1 day", "2026-03-08T12:00:00-07:00"),
        ("same day", "2026-03-07T23:59:59.999999-08:00"),
        ("4 business hours", "2026-03-09T13:00:00-07:00"),
    ],
)
def test_hours_are_exact_and_days_keep_their_time_when_the_clocks_change(words, end):
    assert due("2026-03-07T20:00:00+00:00", words, VANCOUVER).isoformat() == end


def test_a_round_the_clock_service_works_from_midnight_to_midnight():
    always = Calendar(weekend=frozenset(), opens=0, closes=24 * 60)
    assert due("2026-01-09 16:00", "30 business hours", always) == datetime(2026, 1, 10, 22)  # noqa: DTZ001 (in the calendar's zone)


@pytest.mark.parametrize(
    "words", ["20 business days", "100 years", "1 week", "9999 business hours"]
)
def test_nothing_falls_due_after_the_last_day(words):
    assert deadline(date(9999, 12, 30), parse_duration(words), PLAIN) == date.max
    assert due("9999-12-30T12:00+00:00", words).date() == date.max
    assert due("9999-12-30T12:00", words).date() == date.max


@given(moments, amounts, amounts, units)
def test_more_of_a_unit_never_falls_due_sooner(start, one, other, unit):
    low, high = sorted([one, other])
    sooner, later = (deadline(start, Duration(n, unit), VANCOUVER) for n in (low, high))
    assert start <= later
    assert sooner <= later


@given(moments, st.integers(1, 4_000))
def test_business_hours_are_those_of_a_clock_that_stops_at_closing(start, minutes):
    end = deadline(start, parse_duration(f"{minutes} min"), PLAIN)
    assert end == start + timedelta(minutes=minutes)
    worked, now = 0, start.replace(second=0, microsecond=0)
    while worked < minutes:
        worked += is_business_day(now.date(), PLAIN) and 9 <= now.hour < 17
        now += timedelta(minutes=1)
    hours = Duration(parse_duration(f"{minutes} min").size / 60, UNITS["business hours"])
    found = deadline(start.replace(second=0, microsecond=0), hours, PLAIN)
    assert abs(found - now) < timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("1 day", "24 h", Order.EQUAL),
        ("1 year", "12 months", Order.EQUAL),
        ("1 year", "365 days", Order.EQUAL),
        ("same day", "same day", Order.EQUAL),
        ("5 days", "1 week", Order.SHORTER),
        ("2 days", "2 business days", Order.SHORTER),
        ("24h", "1 business day", Order.SHORTER),
        ("5 business days", "1 week", Order.SHORTER),
        ("10 business days", "2 weeks", Order.SHORTER),
        ("same day", "1 business day", Order.SHORTER),
        ("same day", "24 h", Order.SHORTER),
        ("8 business hours", "1 business day", Order.SHORTER),
        ("20 business days", "1 month", Order.SHORTER),
        ("1 month", "31 days", Order.SHORTER),
        ("1 month", "28 days", Order.LONGER),
        ("3 business days", "3 days", Order.LONGER),
        ("3 days", "2 business days", Order.MIXED),
        ("1 month", "30 days", Order.MIXED),
        ("9 business hours", "1 business day", Order.MIXED),
        ("12 h", "same day", Order.MIXED),
    ],
)
def test_unlike_units_are_compared_over_a_year(one, other, order):
    assert compare(parse_duration(one), parse_duration(other), PLAIN) is order


def test_holidays_can_make_a_week_of_business_days_the_longer_one():
    days, week = parse_duration("5 business days"), parse_duration("1 week")
    assert compare(days, week, VANCOUVER) is Order.MIXED


@given(durations, durations)
def test_turning_a_comparison_round_turns_its_answer(one, other):
    turned = {Order.SHORTER: Order.LONGER, Order.LONGER: Order.SHORTER}
    order = compare(one, other, PLAIN)
    assert compare(other, one, PLAIN) is turned.get(order, order)
    assert compare(one, one, PLAIN) is Order.EQUAL


@given(moments, durations, durations)
def test_what_is_always_shorter_never_falls_due_later_on_any_date(start, one, other):
    if compare(one, other, PLAIN) is Order.SHORTER:
        day = start.replace(year=2026, month=1 + start.month % 12, day=1).date()
        assert deadline(day, one, PLAIN) <= deadline(day, other, PLAIN)


def test_a_moment_elsewhere_is_counted_where_the_organization_is():
    friday_evening = datetime(2026, 1, 10, 3, tzinfo=UTC)
    end = deadline(friday_evening, parse_duration("1 business day"), VANCOUVER)
    assert end.date() == date(2026, 1, 12)
