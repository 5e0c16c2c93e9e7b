"""Timelines read well, whatever the form they were written in."""

import pytest

from cxmap.model.timeline import ordinal, say
from cxmap.model.when import When


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"after": "contract-signed", "within": "1 business day"}, "Within 1 business day after contract signed"),
        ({"at": "contract-signed", "within": "same day"}, "The same day as contract signed"),
        ({"at": "the first payday"}, "At the first payday"),
        ({"at": "order", "nth": "100"}, "At the 100th order"),
        ({"at": "call", "nth": "3", "per": "1 month"}, "At the 3rd call within 1 month"),
        ({"before": "renewal", "by": "30 days"}, "30 days before renewal"),
        ({"before": "renewal"}, "Before renewal"),
        ({"after": "first-payday", "in": "90 days"}, "90 days after first payday"),
        ({"after": "first-payday"}, "After first payday"),
        ({"every": "3 months"}, "Every 3 months"),
        ({"every": "1 month"}, "Every month"),
        ({"within": "3 minutes"}, "Within 3 minutes"),
        ("within 2 business days of the kick-off call", "Within 2 business days of the kick-off call"),
    ],
)  # fmt: skip
def test_every_form_reads_as_words(written: object, words: str) -> None:
    assert say(When.model_validate(written)) == words


def test_a_touchpoint_is_called_by_its_name() -> None:
    when = When.model_validate({"after": "kick-off", "within": "2 days"})
    assert (
        say(when, {"kick-off": "“Kick-off call”"}.__getitem__)
        == "Within 2 days after “Kick-off call”"
    )


def test_ordinals_end_as_people_say_them() -> None:
    said = [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 1002)]
    assert said == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "101st",
        "111th",
        "1,002nd",
    ]
