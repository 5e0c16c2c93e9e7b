"""A figure is compared and written the same way everywhere."""

from collections.abc import Mapping
from typing import Any

import pytest

from cxmap.model.figures import Standing, as_number, is_better, misses, say, standing
from cxmap.model.metric import Metric, Reading


def metric(kind: str, **keys: Any) -> Metric:
    return Metric.model_validate({"id": "m", "kind": kind, **keys})


def reading(value: str, **keys: str) -> Reading:
    return Reading.model_validate({"period": "2026-09", "value": value, **keys})


def figure(text: str) -> Any:
    return reading(text).value


@pytest.mark.parametrize(
    ("kind", "keys", "value", "words"),
    [
        ("csat", {}, "81.2", "81.2%"),
        ("csat", {}, "80%", "80%"),
        ("csat", {"method": "mean"}, "4.60", "4.6"),
        ("rate", {}, "99.79", "99.79%"),
        ("nps", {}, "31", "+31"),
        ("nps", {}, "0", "0"),
        ("nps", {}, "-5.5", "−5.5"),
        ("nps", {}, "-0.001", "0"),
        ("rating", {}, "4.5", "4.5"),
        ("duration", {}, "7 min", "7 minutes"),
        ("duration", {"unit": "days"}, "30", "30 days"),
        ("duration", {}, "30", "30"),
        ("count", {}, "1240", "1,240"),
        ("count", {"unit": "complaints a month"}, "12", "12 complaints a month"),
        ("cost", {}, "10.4", "CAD 10.40"),
        ("cost", {}, "11", "CAD 11"),
    ],
)
def test_a_figure_is_written_with_its_unit(
    kind: str, keys: Mapping[str, str], value: str, words: str
) -> None:
    assert say(metric(kind, **keys), figure(value), currency="CAD") == words


def test_money_without_a_currency_is_a_plain_number() -> None:
    assert say(metric("cost"), 10.5) == "10.50"


@pytest.mark.parametrize(
    ("kind", "keys", "one", "other", "better"),
    [
        ("csat", {}, "81", "80", True),
        ("csat", {}, "80", "80", False),
        ("churn", {}, "8", "9", True),
        ("rate", {"better": "lower"}, "2", "3", True),
        ("duration", {}, "90 minutes", "2 hours", True),
        ("duration", {}, "5 business days", "10 days", True),
        ("duration", {"better": "higher"}, "2 hours", "90 minutes", True),
        ("duration", {"unit": "hours"}, "1", "90 minutes", True),
        ("duration", {}, "3 business days", "4 days", None),
        ("duration", {}, "3", "4 days", None),
        ("duration", {"unit": "moons"}, "3", "4 days", None),
    ],
)
def test_one_figure_is_better_than_another_in_the_direction_of_the_metric(
    kind: str, keys: Mapping[str, str], one: str, other: str, *, better: bool | None
) -> None:
    assert is_better(metric(kind, **keys), figure(one), figure(other)) is better


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"value": "85"}, Standing.REACHED),
        ({"value": "84"}, Standing.MISSED),
        ({"value": "84", "n": "29"}, Standing.UNSURE),
        ({"value": "84", "n": "30"}, Standing.MISSED),
        ({"value": "70", "n": "29", "low": "60", "high": "78"}, Standing.MISSED),
        ({"value": "70", "n": "9", "low": "60", "high": "78"}, Standing.UNSURE),
        ({"value": "84", "n": "400", "low": "80", "high": "87"}, Standing.UNSURE),
        ({"value": "84", "n": "400", "low": "80", "high": "85"}, Standing.UNSURE),
        ({"value": "90", "n": "9"}, Standing.UNSURE),
    ],
)
def test_a_target_is_missed_only_when_the_interval_says_so(
    keys: Mapping[str, str], found: Standing
) -> None:
    assert standing(metric("csat", target="85"), reading(**keys), least=10) is found


def test_a_time_misses_its_target_when_even_the_shortest_likely_one_is_longer() -> None:
    answer = metric("duration", target="3 minutes")
    assert misses(answer, reading("6.2 minutes", n="633", low="5.7 minutes", high="6.8 minutes"))
    assert not misses(answer, reading("4 minutes", n="40", low="3 minutes", high="5 minutes"))


def test_without_a_target_that_can_be_compared_nobody_knows() -> None:
    assert standing(metric("csat"), reading("50")) is Standing.UNKNOWN
    assert standing(metric("duration", target="3"), reading("4 days")) is Standing.UNKNOWN


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("2 hours", 120), ("8 business hours", 2016), ("1 business day", 2016), ("same day", 1440)],
)
def test_times_are_drawn_on_one_scale_of_minutes(text: str, minutes: float) -> None:
    assert as_number(metric("duration"), figure(text)) == pytest.approx(minutes)


def test_other_figures_are_drawn_as_they_are() -> None:
    assert as_number(metric("nps"), figure("−5")) == -5
