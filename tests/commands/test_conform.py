"""Planned against actual journeys, out of event logs."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

MAP = """\
journey: onboarding
title: New customer
stages:
  - name: I sign
    touchpoints:
      - {id: welcome, what: Welcome letter, when: {after: contract-signed, within: 2 business days}}
      - {id: kick-off, what: Kick-off call, when: {after: welcome, within: 5 days}}
  - name: I start
    touchpoints:
      - {id: plan, what: Plan, when: {before: go-live, by: 2 days}}
      - {id: go-live, what: Go-live}
      - {id: thanks, what: Thank-you card, when: {at: payroll-run, nth: 3, within: 1 day}}
data:
  - {id: log, kind: events, files: log.csv, time: at, customer: who, touchpoint: what,
     names: {SIGNED: contract-signed}}
"""
START = datetime(2026, 3, 2, 9)  # noqa: DTZ001 (a Monday, written without a zone)


def write(folder: Path, people: dict[str, list[tuple[float, str]]]) -> None:
    """A log in which each customer has events, so many days after the start."""
    lines = ["who,what,at,comment"]
    for who, events in people.items():
        for days, what in events:
            lines.append(f"{who},{what},{(START + timedelta(days=days)).isoformat()},private words")
    (folder / "log.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")


def crowd(number: int, name: str, *events: tuple[float, str]) -> dict[str, list[tuple[float, str]]]:
    return {f"{name}-{n}": list(events) for n in range(number)}


@pytest.fixture
def told(cxmap, tmp_path):
    def tell(people, *options):
        write(tmp_path, people)
        done = cxmap("conform", "--format", "json", "--today", "2026-06-01", *options)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return tell


def test_promises_are_counted_by_the_calendar_of_the_workspace(told):
    people = {
        **crowd(20, "kept", (0, "SIGNED"), (2, "welcome"), (6.9, "kick-off")),
        **crowd(15, "weekend", (4, "SIGNED"), (8, "welcome"), (14, "Kick-off call")),
        **crowd(12, "late", (0, "SIGNED"), (3, "welcome")),
    }
    (journey,) = told(people)["journeys"]
    welcome, kick_off = journey["promises"]
    assert welcome["item"] == "onboarding@current/welcome"
    assert welcome["kept"] == {"part": 35, "whole": 47}  # Friday to Tuesday is two business days
    assert kick_off["kept"] == {
        "part": 20,
        "whole": 47,
    }  # who never got a call did not get it in time
    assert 60 < welcome["low"] < 74 < welcome["high"] < 86


def test_how_far_customers_got_and_who_is_under_way(told):
    people = {
        **crowd(30, "arrived", (0, "welcome"), (1, "kick-off"), (5, "go-live")),
        **crowd(20, "gone", (0, "welcome")),
        **crowd(15, "new", (80, "welcome")),
    }
    (journey,) = told(people)["journeys"]
    first, last = journey["stages"]
    assert first["reached"] == {"part": 65, "whole": 65}
    assert first["left"] == {"part": 20, "whole": 65}
    assert first["under_way"] == {"part": 15, "whole": 65}
    assert last["reached"] == {"part": 30, "whole": 65} and last["left"] is None


def test_nobody_leaves_the_last_stage_that_the_data_know(told):
    (journey,) = told(crowd(20, "known", (0, "welcome")))["journeys"]
    assert [(stage["reached"]["part"], stage["left"]) for stage in journey["stages"]] == [
        (20, None)
    ]


def test_the_order_and_the_time_between_neighbours(told):
    people = {
        **crowd(20, "planned", (0, "welcome"), (3, "kick-off")),
        **crowd(10, "slow", (0, "welcome"), (9, "kick-off")),
        **crowd(12, "turned", (2, "welcome"), (1, "kick-off")),
    }
    found = told(people)
    (step,) = found["journeys"][0]["steps"]
    assert step["turned"] == {"part": 12, "whole": 42}
    assert (step["customers"], step["median"], step["p90"]) == (30, 3 * 86_400, 9 * 86_400)
    assert found["ways"] == [{"from": "Kick-off call", "to": "Welcome letter", "customers": 12}]


def test_the_third_payroll_run_is_a_moment(told):
    runs = [(30.0 * n, "payroll-run") for n in range(3)]
    people = {
        **crowd(20, "thanked", (0, "welcome"), *runs, (60.5, "thanks")),
        **crowd(11, "late", (0, "welcome"), *runs, (70, "thanks")),
        **crowd(13, "forgotten", (0, "welcome"), *runs),
        **crowd(10, "young", (0, "welcome"), *runs[:2]),
    }
    (moment,) = told(people)["journeys"][0]["moments"]
    assert moment["reached"] == 44
    assert moment["got"] == {"part": 31, "whole": 44}
    assert moment["in_time"] == {"part": 20, "whole": 44}


def test_what_is_on_no_map_is_told_where_many_met_it(told):
    people = {
        **crowd(12, "one", (0, "welcome"), (1, "support-contact")),
        **crowd(3, "two", (0, "welcome"), (1, "court-case")),
    }
    assert told(people)["unmapped"] == [
        {"data": "log", "value": "support-contact", "customers": 12}
    ]


def test_few_people_are_never_told_of_nor_what_would_tell_of_them(told):
    people = {
        **crowd(40, "all", (0, "welcome"), (3, "kick-off")),
        **crowd(3, "some", (0, "welcome"), (1, "plan")),
    }
    (journey,) = told(people)["journeys"]
    met = {
        row["item"].rpartition("/")[2]: (row["part"], row["whole"])
        for row in journey["touchpoints"]
    }
    assert met["welcome"] == (43, 43)
    assert met["kick-off"] == (None, 43)  # the three others would be known from it
    assert met["plan"] == (None, 43)
    assert told(crowd(9, "few", (0, "welcome")))["journeys"][0]["customers"] is None
    shown = told(people, "--min-n", "3")["journeys"][0]["touchpoints"]
    assert [row["part"] for row in shown] == [43, 40, 3]


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_no_customer_and_no_comment_is_in_any_output(cxmap, tmp_path, form):
    write(tmp_path, crowd(20, "anna@example.com", (0, "SIGNED"), (1, "welcome"), (2, "kick-off")))
    with (tmp_path / "log.csv").open("a", encoding="utf-8") as log:
        log.write("anna@example.com,welcome,not a time by anna@example.com,private words\n")
    done = cxmap("conform", "--format", form, "--explain", "--today", "2026-06-01")
    assert done.returncode == 0
    assert "anna" not in done.stdout + done.stderr and "private" not in done.stdout + done.stderr


def test_the_text_reads_well(cxmap, tmp_path):
    people = {
        **crowd(20, "kept", (0, "SIGNED"), (2, "welcome"), (6.9, "kick-off")),
        **crowd(15, "late", (0, "SIGNED"), (8, "welcome"), (9, "kick-off")),
    }
    write(tmp_path, people)
    said = cxmap("conform", "--today", "2026-06-01").stdout
    assert said.startswith("New customer   35 customers in log\n\nPromises kept\n")
    assert "  Welcome letter  within 2 business days after contract-signed  20 of 35 (57 %)" in said
    assert "  Plan            no event in the data is `go-live`" in said or "go-live" in said


def test_without_events_it_says_what_is_missing(cxmap, tmp_path):
    (tmp_path / "map.yaml").write_text(MAP.partition("data:")[0], encoding="utf-8")
    done = cxmap("conform")
    assert done.returncode == 2
    assert "`kind: events`" in done.stderr


def test_an_unknown_journey_is_exit_2(cxmap, tmp_path):
    write(tmp_path, {})
    done = cxmap("conform", "--journey", "onbording")
    assert done.returncode == 2
    assert "did you mean `onboarding`?" in done.stderr


def test_a_source_without_customers_is_exit_2(cxmap, tmp_path):
    write(tmp_path, {})
    (tmp_path / "map.yaml").write_text(MAP.replace("customer: who, ", ""), encoding="utf-8")
    done = cxmap("conform")
    assert done.returncode == 2
    assert "data `log` needs `customer`, the column that says whose event it is" in done.stderr
