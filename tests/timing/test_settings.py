import sys
from datetime import date
from subprocess import run

import pytest

from cxmap.timing.calendar import Calendar
from cxmap.timing.settings import make_calendar


def test_without_settings_weekends_are_off_and_hours_are_nine_to_five():
    assert make_calendar() == Calendar()


def test_settings_are_read_as_people_write_them():
    found = make_calendar(
        weekend=["Fri", "saturday"],
        holidays=[date(2026, 12, 24)],
        country="ca",
        subdivision="British columbia",
        hours=["8:30", "24:00"],
        timezone="America/Vancouver",
    )
    assert found == Calendar(
        weekend=frozenset({4, 5}),
        holidays=frozenset({date(2026, 12, 24)}),
        country="CA",
        subdivision="BC",
        opens=8 * 60 + 30,
        closes=24 * 60,
        timezone="America/Vancouver",
    )


def test_an_empty_weekend_means_that_every_day_is_worked():
    assert make_calendar(weekend=[]).weekend == frozenset()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"country": "Canada"}, "there is no country `Canada`, did you mean `CA`?"),
        ({"country": "new zealand"}, "there is no country `new zealand`, did you mean `NZ`?"),
        ({"country": "CAN"}, "there is no country `CAN`, did you mean `CA`?"),
        ({"country": "XX"}, "there is no country `XX`, write its two letters, such as `CA`"),
        ({"country": "os"}, "there is no country `os`, write its two letters, such as `CA`"),
        ({"country": "NYSE"}, "there is no country `NYSE`, write its two letters, such as `CA`"),
        ({"country": "CA", "subdivision": "BX"}, "`CA` has no part `BX`, did you mean `BC`?"),
        (
            {"country": "GB", "subdivision": "Yorkshire"},
            "`GB` has no part `Yorkshire`, choose from ENG, NIR, SCT, WLS",
        ),
        (
            {"country": "SE", "subdivision": "AB"},
            "the holidays of `SE` are the same everywhere: leave `subdivision` out",
        ),
        ({"subdivision": "BC"}, "subdivision `BC` needs its `country`"),
        (
            {"weekend": ["satturday"]},
            "`satturday` is no day of the week, did you mean `saturday`?",
        ),
        (
            {"weekend": ["x"]},
            "`x` is no day of the week, choose from mon, tue, wed, thu, fri, sat, sun",
        ),
        (
            {"weekend": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
            "the weekend is the whole week: leave at least one day to work on",
        ),
        ({"hours": ["9:60", "17"]}, "`9:60` is no time of day: write it like `09:00`"),
        (
            {"hours": ["17:00", "9:00"]},
            "the business hours end before they begin: write them like `09:00` to `17:00`",
        ),
        (
            {"hours": ["9:00"]},
            'business hours are two times: write them like `["09:00", "17:00"]`',
        ),
        (
            {"timezone": "America/Vancuver"},
            "there is no time zone `America/Vancuver`, did you mean `America/Vancouver`?",
        ),
        (
            {"timezone": "../../etc/passwd"},
            "there is no time zone `../../etc/passwd`, write one like `Europe/Vienna`",
        ),
    ],
)
def test_a_slip_in_the_calendar_is_answered_with_what_to_write(settings, message):
    with pytest.raises(ValueError) as raised:  # noqa: PT011 (the text is compared whole)
        make_calendar(**settings)
    assert str(raised.value) == message


def test_the_holidays_of_countries_are_loaded_only_where_a_country_is_named():
    code = (
        "import sys; from cxmap.timing.settings import make_calendar; make_calendar();"
        "sys.exit('holidays' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0
