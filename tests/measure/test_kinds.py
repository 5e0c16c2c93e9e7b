"""What is counted, kind by kind, where the page on metrics has no example."""

from datetime import date

import pytest

from cxmap.measure.periods import Grain

EVENTS = "{id: s, kind: events, files: s.csv, time: at, customer: who, touchpoint: what}"


def events(*rows: str) -> str:
    return "\n".join(["at,who,what", *rows])


def test_a_case_that_can_still_end_in_time_is_under_way(company) -> None:
    company.write(
        s_csv=events(
            "2026-09-10 10:00,1,ask",
            "2026-09-10 11:00,1,answer",
            "2026-10-14 10:00,2,ask",
            "2026-10-01 10:00,3,ask",
        )
    )
    company.data(
        EVENTS, "{id: m, kind: rate, source: {data: s, from: ask, to: answer, within: 3 days}}"
    )
    assert dict(company.measure().sources[0].left_out)["m"].under_way == 1
    found = company.all("m", open=True)
    assert {p: (f.n, f.estimate.value) for p, f in found.items()} == {
        "2026-09": (1, 100),
        "2026-10": (1, 0),
    }


@pytest.mark.parametrize(("grace", "n"), [(60, 1), (20, 2)])
def test_without_a_limit_a_young_case_without_an_end_is_under_way(
    company, grace: int, n: int
) -> None:
    company.write(s_csv=events("2026-09-10,1,ask", "2026-09-11,1,answer", "2026-09-12,2,ask"))
    company.data(EVENTS, "{id: m, kind: rate, source: {data: s, from: ask, to: answer}}")
    assert company.all("m", grace=grace)["2026-09"].n == n


@pytest.mark.parametrize(
    ("within", "answered", "good"),
    [
        ("same day", "2026-09-04 23:59", True),
        ("same day", "2026-09-05 00:01", False),
        ("1 business day", "2026-09-07 23:59", True),
        ("1 business day", "2026-09-08 00:01", False),
        ("2 business hours", "2026-09-07 10:00", True),
        ("2 business hours", "2026-09-07 10:01", False),
        ("1 day", "2026-09-05 16:00", True),
        ("1 day", "2026-09-05 16:01", False),
        ("30 minutes", "2026-09-04 16:30", True),
    ],
)
def test_a_promise_is_kept_as_the_calendar_says(
    company, within: str, answered: str, *, good: bool
) -> None:
    company.write(s_csv=f"asked,answered\n2026-09-04 16:00,{answered}\n")
    company.data(
        "{id: s, files: s.csv}",
        f"{{id: m, kind: rate, source: {{data: s, from: asked, to: answered, within: {within}}}}}",
    )
    assert company.all("m")["2026-09"].estimate.value == (100 if good else 0)


def test_holidays_and_the_hours_of_the_workspace_count(company) -> None:
    company.write(s_csv="asked,answered\n2026-12-24 11:00,2026-12-28 09:00\n")
    company.data(
        "{id: s, files: s.csv}",
        "{id: m, kind: duration, unit: business hours, source: {data: s, from: asked, to: answered}}",
        settings="calendar: {country: AT, hours: ['08:00', '12:00'], timezone: Europe/Vienna}",
    )
    assert company.all("m", today=date(2027, 1, 5))["2026-12"].estimate.value == 2


@pytest.mark.parametrize(("statistic", "value"), [("median", 50), ("p90", 90), ("mean", 50.5)])
def test_a_duration_has_the_statistic_it_asks_for(company, statistic: str, value: float) -> None:
    rows = "\n".join(
        f"2026-09-01 00:00,2026-09-01 {n // 60:02}:{n % 60:02}" for n in range(100, 0, -1)
    )
    company.write(s_csv=f"asked,answered\n{rows}\n")
    company.data(
        "{id: s, files: s.csv}",
        f"{{id: m, kind: duration, statistic: {statistic}, unit: minutes, source: {{data: s, from: asked, to: answered}}}}",
    )
    assert company.all("m")["2026-09"].estimate.value == value


def test_a_mean_of_business_days_is_counted_too(company) -> None:
    company.write(s_csv="asked,answered\n2026-09-04,2026-09-07\n2026-09-04,2026-09-08\n")
    company.data(
        "{id: s, files: s.csv}",
        "{id: m, kind: duration, statistic: mean, unit: business days, source: {data: s, from: asked, to: answered}}",
    )
    assert company.all("m")["2026-09"].estimate.value == 1.5


@pytest.mark.parametrize(
    ("grain", "periods"),
    [
        ("week", ["2026-W01", "2026-W02", "2026-W40"]),
        ("month", ["2025-12", "2026-01", "2026-09"]),
        ("quarter", ["2025-Q4", "2026-Q1", "2026-Q3"]),
        ("year", ["2025"]),
    ],
)
def test_periods_are_those_of_the_calendar(company, grain: str, periods: list[str]) -> None:
    days = ["2025-12-29", "2026-01-04", "2026-01-05", "2026-09-28"]
    company.write(s_csv="day,score\n" + "\n".join(f"{day},5" for day in days))
    company.data(
        "{id: s, files: s.csv, time: day}", "{id: m, kind: csat, source: {data: s, value: score}}"
    )
    assert list(company.all("m", grain=Grain(grain))) == periods


def test_days_before_1970_and_in_years_to_come_have_their_period(company) -> None:
    company.write(s_csv="day,score\n1969-12-31,5\n1899-01-01,5\n2027-01-01,5\n")
    company.data(
        "{id: s, files: s.csv, time: day}", "{id: m, kind: csat, source: {data: s, value: score}}"
    )
    assert list(company.all("m")) == ["1899-01", "1969-12"]
    assert list(company.all("m", grain=Grain.WEEK)) == ["1898-W52", "1970-W01"]
    assert company.measure().sources[0].future == 1


def test_customers_are_lost_or_kept_of_those_there_at_the_start(company) -> None:
    company.write(
        s_csv="began,ended\n2026-06-01,\n2026-06-01,2026-08-03\n2026-07-15,2026-07-20\n2026-06-30,oops\n"
    )
    source = "{data: s, start: began, end: ended}"
    company.data(
        "{id: s, kind: accounts, files: s.csv}",
        f"{{id: c, kind: churn, source: {source}}}",
        f"{{id: r, kind: retention, source: {source}}}",
    )
    churn, kept = company.all("c"), company.all("r")
    assert {p: (f.n, f.estimate.value) for p, f in churn.items()} == {
        "2026-07": (2, 0),
        "2026-08": (2, 50),
        "2026-09": (1, 0),
    }
    assert all(kept[p].estimate.value == 100 - churn[p].estimate.value for p in churn)
    assert dict(company.measure().sources[0].left_out)["c"].unreadable == 1


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("kind: csat, source: {data: t, value: x}", "no data has the id `t`"),
        ("kind: csat, source: {data: s}", "its source needs `value`"),
        (
            "kind: churn, source: {data: s, start: x}",
            "its source needs `start` and `end`, or `value`",
        ),
        ("kind: nps, scale: [1, 5], source: {data: s, value: x}", "answers from 0 to 10"),
        ("kind: csat, scale: [5, 1], source: {data: s, value: x}", "no lowest and highest answer"),
        ("kind: csat, source: {data: s, value: x, order: [a, b], good: [c]}", "`good` has `c`"),
        ("kind: nps, source: {data: s, value: x, order: [a, b]}", "only csat, ces and rating"),
        ("kind: count, source: {data: s, event: x}", "data `s` does not say its `touchpoint`"),
        ("kind: duration, source: {data: s, value: x}", "say of what, such as `unit: minutes`"),
        ("kind: rate, source: {data: s, from: x, to: x, within: 1 month}", "write it in days"),
    ],
)
def test_a_metric_that_does_not_say_enough_is_explained(company, metric: str, words: str) -> None:
    company.write(s_csv="day,x\n2026-09-01,1\n")
    company.data("{id: s, files: s.csv, time: day}", f"{{id: m, {metric}}}")
    measured = company.measure()
    assert len(measured.problems) == 1 and words in measured.problems[0]


def test_a_value_that_two_journeys_have_is_asked_about(company) -> None:
    (company.folder / "other.yaml").write_text(
        "journey: renewal\nstages: [{name: x, touchpoints: [{id: call, what: Call}]}]\n"
    )
    rows = "\n".join("2026-09-01,call,5" for _ in range(12))
    company.write(s_csv=f"day,place,score\n{rows}\n")
    company.data(
        "{id: s, files: s.csv, time: day, touchpoint: place}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    assert company.measure().sources[0].unmapped == (
        ("call", 12, "`onboarding/call` or `renewal/call`"),
    )


def test_a_column_of_ids_is_no_segment(company) -> None:
    rows = "\n".join(f"2026-09-01,{n},5" for n in range(100_001))
    company.write(s_csv=f"day,id,score\n{rows}\n")
    company.data(
        "{id: s, files: s.csv, time: day, segment: id}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    assert "seems to hold an id or free text" in company.measure().problems[0]


def test_what_one_customer_wrote_is_not_told_however_often_it_stands_there(company) -> None:
    shared = "\n".join(f"2026-09-01,the shop,{number},5" for number in range(12))
    alone = "\n".join("2026-09-01,Ann Smith of Elm Road,99,5" for _ in range(40))
    company.write(s_csv=f"day,place,who,score\n{shared}\n{alone}\n")
    company.data(
        "{id: s, files: s.csv, time: day, touchpoint: place, customer: who}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    [source] = company.measure().sources
    assert [value for value, *_ in source.unmapped] == ["the shop"]
    assert source.unmapped_few == 1
