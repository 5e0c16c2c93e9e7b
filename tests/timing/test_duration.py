from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.timing.duration import Duration, parse_duration, parse_span
from cxmap.timing.units import UNITS, Unit

amounts = st.decimals("0", "99", places=2).map(lambda number: number.normalize() + 0)
counted = st.builds(Duration, amounts, st.sampled_from(sorted(set(UNITS.values()), key=str)))
durations = counted | st.just(Duration(Decimal(1), Unit.SAME_DAY))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("24h", "24 hours"),
        ("24 h", "24 hours"),
        ("1 hr", "1 hour"),
        ("30 min", "30 minutes"),
        ("1.5 days", "1.5 days"),
        ("1.50 days", "1.5 days"),
        ("20 d", "20 days"),
        ("100 days", "100 days"),
        ("0 days", "0 days"),
        ("1 w", "1 week"),
        ("2 business days", "2 business days"),
        ("2 working days", "2 business days"),
        ("2 workdays", "2 business days"),
        ("4 working hours", "4 business hours"),
        ("5 calendar days", "5 days"),
        ("12 months", "12 months"),
        ("1 year", "1 year"),
        ("three days", "3 days"),
        ("Two Working Days", "2 business days"),
        ("an hour", "1 hour"),
        ("same day", "same day"),
        ("Same-Day", "same day"),
        ("the same day", "same day"),
        ("  2\u00a0working\u202fdays\n", "2 business days"),
    ],
)
def test_people_write_a_duration_in_many_ways(text, words):
    assert str(parse_duration(text)) == words


EXAMPLE = "write a number and a unit, such as `2 business days`"
ONE = "write one number and one unit, such as `6 days`"
DIGITS = "write the number in digits, such as `0.5 hours` or `20 days`"
POINT = "write `1.5` with a point and `1000` with nothing"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 m", "`5 m` could be minutes or months: write `5 min` or `5 months`"),
        ("5M", "`5m` could be minutes or months: write `5 min` or `5 months`"),
        ("", f"a duration is missing: {EXAMPLE}"),
        ("5", "`5` has no unit: write `5 minutes`, `5 business days` or so"),
        ("days", "`days` does not say how many: write a number, such as `2 days`"),
        ("a few days", "`a few days` does not say how many: write a number, such as `3 days`"),
        ("5 dayz", "`5 dayz`: `dayz` is no unit of time, did you mean `days`?"),
        ("5 fathoms of it", "`5 fathoms of it`: `fathoms of it` is no unit of time"),
        ("-5 days", "`-5 days` is less than nothing: write it without the minus sign"),
        ("\u22125 days", "`\u22125 days` is less than nothing: write it without the minus sign"),
        ("101 years", "`101 years` is more than a hundred years"),
        ("36526 working days", "`36526 working days` is more than a hundred years"),
        ("9999999999999 h", "`9999999999999 h` is more than a hundred years"),
        (
            "1h 30min",
            f"`1h 30min` is more than one time: {ONE}",
        ),
        (
            "3 to 6 days",
            f"`3 to 6 days` is more than one time: {ONE}",
        ),
        (
            "twenty days",
            f"`twenty days` is hard to count with: {DIGITS}",
        ),
        (
            "1,5 days",
            f"`1,5 days` has a comma in its number: {POINT}",
        ),
        (
            "nan days",
            f"`nan days` is no duration: {EXAMPLE}",
        ),
        (
            "1e5 days",
            f"`1e5 days` is no duration: {EXAMPLE}",
        ),
        (
            "x" * 100,
            f"`xxxxxxxxxxxxxxxxxxxx…` is too long for a duration: {EXAMPLE}",
        ),
    ],
)
def test_a_slip_is_answered_with_what_to_write(text, message):
    with pytest.raises(ValueError) as raised:  # noqa: PT011 (the text is compared whole)
        parse_duration(text)
    assert str(raised.value) == message


@given(durations)
def test_the_canonical_words_of_a_duration_are_read_back(duration):
    assert parse_duration(str(duration)) == duration


@given(st.text(max_size=100) | st.from_regex(r"[0-9]{0,12}[.,-]?[0-9]* ?[a-z ]{0,15}"))
def test_any_text_is_a_duration_or_a_one_line_message(text):
    try:
        said = str(parse_duration(text))
    except ValueError as error:
        said = str(error)
    assert said
    assert len(said.splitlines()) == 1


def test_like_units_are_counted_in_the_smallest_of_them():
    week, year = parse_duration("1 week"), parse_duration("1.5 years")
    assert (week.sort, week.size) == (Unit.MINUTE, 7 * 24 * 60)
    assert (year.sort, year.size) == (Unit.MONTH, 18)
    assert parse_duration("2 business days").sort is Unit.BUSINESS_DAY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3 days", "3 days"),
        ("same-day", "same day"),
        ("3 to 6 days", "3 to 6 days"),
        ("3-6 days", "3 to 6 days"),
        ("3\u20136 days", "3 to 6 days"),
        ("3 \u2013 6 working days", "3 to 6 business days"),
        ("0 to 3 days", "0 to 3 days"),
        ("three to six weeks", "3 to 6 weeks"),
        ("between 3 and 6 days", "3 to 6 days"),
        ("2 hours to 3 days", "2 hours to 3 days"),
        ("same day to 3 days", "same day to 3 days"),
        ("1 business day to 1 day", "1 business day to 1 day"),
        ("3 to 3 days", "3 days"),
    ],
)
def test_what_takes_time_may_take_from_one_time_to_another(text, words):
    assert str(parse_span(text)) == words
    assert parse_span(words) == parse_span(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("6 to 3 days", "runs backwards"),
        ("2 weeks to 3 days", "runs backwards"),
        ("3 to 6 to 9 days", "more than one time"),
        ("3 days and 4 hours", "more than one time"),
        ("3 to same day", "has no unit"),
        ("3 to 6 m", "minutes or months"),
        ("-3 to 6 days", "less than nothing"),
        ("3 to 6 fortnights", "no unit of time"),
        ("to 6 days", "no duration"),
    ],
)
def test_a_span_that_makes_no_sense_is_refused(text, words):
    with pytest.raises(ValueError, match=words):
        parse_span(text)


@given(amounts, amounts, st.sampled_from(sorted(set(UNITS.values()), key=str)))
def test_a_span_never_runs_backwards(one, other, unit):
    low, high = sorted([one, other])
    span = parse_span(f"{low:f} to {Duration(high, unit)}")
    assert (span.low.amount, span.high.amount) == (low, high)
    assert parse_span(str(span)) == span
