"""Planned against actual journeys, out of event logs."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cxmap.loading.workspace import load
from cxmap.measure.asking import Ask
from cxmap.measure.conforming import conform
from cxmap.output.conformance import text
from cxmap.output.results import Look

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
ENDINGS = {"text": "txt", "json": "json", "markdown": "md"}
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
    assert found["journeys"][0]["ways"] == [
        {
            "from": "onboarding@current/kick-off",
            "to": "onboarding@current/welcome",
            "customers": 12,
        }
    ]


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


def test_a_moment_without_a_time_is_missed_by_who_got_nothing_for_long(told, monkeypatch):
    monkeypatch.setattr(f"{__name__}.MAP", MAP.replace("nth: 3, within: 1 day", "nth: 3"))
    runs = [(30.0 * n, "payroll-run") for n in range(3)]
    people = {
        **crowd(20, "thanked", (0, "welcome"), *runs, (70, "thanks")),
        **crowd(13, "forgotten", (0, "welcome"), *runs),
    }
    (moment,) = told(people, "--grace", "10")["journeys"][0]["moments"]
    assert moment["in_time"] == {"part": 20, "whole": 33}


def test_what_is_on_no_map_is_told_where_many_met_it(told):
    people = {
        **crowd(12, "one", (0, "welcome"), (1, "support-contact")),
        **crowd(3, "two", (0, "welcome"), (1, "court-case")),
    }
    (source,) = told(people)["sources"]
    assert source["unmapped"] == [{"value": "support-contact", "customers": 12, "perhaps": None}]
    assert source["unmapped_few"] == 1


def test_what_few_customers_have_on_no_map_is_never_named_however_few_may_be_shown(told):
    people = crowd(12, "one", (0, "welcome")) | crowd(1, "two", (0, "welcome"), (1, "Jane Doe"))
    (source,) = told(people, "--min-n", "1")["sources"]
    assert (source["unmapped"], source["unmapped_few"]) == ([], 1)


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


MESSY = {
    **crowd(60, "kept", (0, "SIGNED"), (2, "welcome"), (6.9, "kick-off"), (20, "go-live")),
    **crowd(15, "late", (0, "SIGNED"), (8, "LETTER"), (9, "Kick-off call")),
    **crowd(12, "turned", (0, "SIGNED"), (2, "welcome"), (1, "kick-off")),
    **crowd(4, "under-way", (75, "SIGNED"), (76, "welcome")),
    **crowd(11, "court", (0, "SIGNED"), (1, "court-case"), (2, "welcome")),
    **crowd(2, "odd", (0, "SIGNED"), (2, "an angry mail")),
    "dated-later": [(400, "welcome")],
    "": [(0, "welcome")],
}
"""A log as people have them; LETTER is the welcome letter."""


@pytest.fixture
def messy(tmp_path):
    write(tmp_path, MESSY)
    map_file = tmp_path / "map.yaml"
    map_file.write_text(
        MAP.replace("SIGNED: contract-signed", "SIGNED: contract-signed, LETTER: welcome")
    )
    with (tmp_path / "log.csv").open("a") as log:
        log.write("kept-1,welcome,03/04/2026,\nkept-2,welcome\nkept-3,,2026-03-02,\n")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_messy_log_reads_well(cxmap, messy, golden, form):
    done = cxmap("conform", messy, "--format", form, "--today", "2026-06-01")
    assert done.returncode == 0
    golden(f"golden/conform.{ENDINGS[form]}", done.stdout)


def test_what_could_not_be_used_is_said_and_listed(cxmap, messy, golden):
    done = cxmap("conform", "--today", "2026-06-01", "--rejects", "bad.csv")
    golden("golden/conform-remarks.txt", done.stderr)
    golden("golden/conform-rejects.csv", (messy / "bad.csv").read_text())


def test_on_a_narrow_terminal_every_line_fits(messy, golden):
    loaded = load(messy)
    ask = Ask(date(2026, 6, 1))
    found = conform(loaded.workspace, loaded.settings, messy, ask, loaded.workspace.journeys)
    said = text.FORMAT.write(found, Look(width=80))
    assert max(map(len, said.splitlines())) <= 80
    golden("golden/conform-80.txt", said)


def test_the_json_is_as_its_schema_says(cxmap, messy):
    done = cxmap("conform", messy, "--format", "json", "--today", "2026-06-01")
    schema = json.loads(cxmap("schema", "--of", "conformance").stdout)
    Draft202012Validator(schema).validate(json.loads(done.stdout))


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


def test_what_is_left_of_a_stage_never_tells_of_a_few(told):
    """Who reached a stage left it, is under way there or went on: three of them tell the fourth."""
    people = {
        **crowd(40, "arrived", (0, "welcome"), (1, "go-live")),
        **crowd(30, "gone", (0, "welcome")),
        **crowd(3, "new", (80, "welcome")),
    }
    first, last = told(people)["journeys"][0]["stages"]
    assert first["reached"]["part"] == 73 and last["reached"]["part"] == 40
    assert first["under_way"]["part"] is None and first["left"]["part"] is None
    shown = told(people, "--min-n", "1")["journeys"][0]["stages"][0]
    assert shown["under_way"]["part"] == 3 and shown["left"]["part"] == 30


def test_a_day_after_today_has_not_come_yet(told):
    people = {
        **crowd(20, "now", (0, "welcome")),
        **crowd(12, "later", (0, "welcome"), (92, "kick-off")),
    }
    found = told(people)
    assert [met["item"] for met in found["journeys"][0]["touchpoints"]] == [
        "onboarding@current/welcome"
    ]
    assert found["sources"][0]["in_future"] == 12
    assert found["journeys"][0]["from"] == found["journeys"][0]["to"] == "2026-03"


def test_what_happens_at_the_same_moment_happened_as_the_map_has_it(told):
    people = crowd(20, "tied", (0, "welcome"), (0, "kick-off"), (0, "go-live"))
    (journey,) = told(people)["journeys"]
    assert journey["ways"] == []
    assert [step["turned"]["part"] for step in journey["steps"]] == [0, 0]


def test_two_names_of_a_touchpoint_are_one_on_every_way(messy, cxmap):
    people = crowd(7, "a", (5, "go-live"), (6, "LETTER"))
    write(messy, MESSY | people | crowd(7, "b", (5, "go-live"), (6, "welcome")))
    map_file = messy / "map.yaml"
    map_file.write_text(
        MAP.replace("SIGNED: contract-signed", "SIGNED: contract-signed, LETTER: welcome")
    )
    done = cxmap("conform", "--format", "json", "--today", "2026-06-01")
    ways = json.loads(done.stdout)["journeys"][0]["ways"]
    back = [way["customers"] for way in ways if way["from"].endswith("go-live")]
    assert back == [14]


def test_who_skips_what_not_everybody_meets_goes_no_other_way(cxmap, tmp_path):
    write(tmp_path, crowd(20, "small", (0, "welcome"), (9, "go-live")))
    with (tmp_path / "log.csv").open("a") as log:
        log.writelines(f"big-{n},kick-off,2026-03-05,\n" for n in range(12))
    ways = {}
    for name, condition in (("always", ""), ("perhaps", "if: the customer is big, ")):
        (tmp_path / "map.yaml").write_text(
            MAP.replace("what: Kick-off", f"{condition}what: Kick-off")
        )
        done = cxmap("conform", "--format", "json", "--today", "2026-06-01")
        ways[name] = len(json.loads(done.stdout)["journeys"][0]["ways"])
    assert ways == {"always": 1, "perhaps": 0}


def test_a_case_that_starts_again_counts_from_its_first_start(told):
    people = crowd(20, "again", (0, "SIGNED"), (2, "welcome"), (40, "SIGNED"), (60, "welcome"))
    promise = told(people)["journeys"][0]["promises"][0]
    assert promise["kept"] == {"part": 20, "whole": 20}
    assert (promise["median"], promise["p90"]) == ("2 business days", "2 business days")


def test_grace_says_who_is_gone(told):
    people = {
        **crowd(20, "on", (0, "welcome"), (1, "go-live")),
        **crowd(20, "quiet", (60, "welcome")),
    }
    left = [
        told(people, "--grace", days)["journeys"][0]["stages"][0]["left"]["part"]
        for days in ("20", "60")
    ]
    assert left == [20, 0]


def test_one_event_of_a_customer_is_enough_to_be_counted(told):
    (journey,) = told(crowd(10, "one", (0, "kick-off")))["journeys"]
    assert journey["customers"] == 10
    assert journey["steps"] == [] and journey["ways"] == [] and journey["promises"] == []


def test_a_least_time_before_something_is_held_against_the_time_there_was(told):
    people = {
        **crowd(30, "early", (0, "plan"), (5, "go-live")),
        **crowd(20, "short", (0, "plan"), (1, "go-live")),
    }
    (promise,) = told(people)["journeys"][0]["promises"]
    assert promise["at_least"] and promise["kept"] == {"part": 30, "whole": 50}
    assert (promise["median"], promise["p90"]) == ("5 days", "1 day")


def test_who_never_got_it_is_late_by_the_holidays_of_the_workspace(told, tmp_path):
    """A calendar with holidays of a country counts today as it counts the days before."""
    (tmp_path / "cxmap.yaml").write_text("calendar: {country: CA, subdivision: BC}\n")
    people = {
        **crowd(20, "kept", (0, "SIGNED"), (2, "welcome")),
        **crowd(30, "never", (0, "SIGNED"), (5, "kick-off")),
        **crowd(12, "not yet due", (90, "SIGNED"), (90, "kick-off")),
    }
    promise = told(people)["journeys"][0]["promises"][0]
    assert promise["kept"] == {"part": 20, "whole": 50}


def test_who_never_got_what_only_some_get_was_promised_nothing(told, monkeypatch):
    people = {
        **crowd(20, "got", (0, "SIGNED"), (2, "welcome")),
        **crowd(30, "never", (0, "SIGNED"), (5, "kick-off")),
    }
    assert told(people)["journeys"][0]["promises"][0]["kept"] == {"part": 20, "whole": 50}
    monkeypatch.setattr(
        f"{__name__}.MAP", MAP.replace("what: Welcome", "if: it is big, what: Welcome")
    )
    assert told(people)["journeys"][0]["promises"][0]["kept"] == {"part": 20, "whole": 20}


def test_occurrences_within_a_month_are_counted_over_31_days(told, monkeypatch):
    monkeypatch.setattr(f"{__name__}.MAP", MAP.replace("nth: 3", "nth: 3, per: 1 month"))
    people = {
        **crowd(20, "fast", (0, "welcome"), *((n * 15.0, "payroll-run") for n in range(3))),
        **crowd(15, "slow", (0, "welcome"), *((n * 16.0, "payroll-run") for n in range(3))),
    }
    (moment,) = told(people)["journeys"][0]["moments"]
    assert moment["reached"] == 20


def test_how_many_went_no_further_never_tells_of_a_few(told):
    people = {
        **crowd(40, "arrived", (0, "welcome"), (1, "go-live")),
        **crowd(4, "left", (0, "welcome")),
    }
    first, last = told(people)["journeys"][0]["stages"]
    assert first["reached"]["part"] == 44
    assert last["reached"] == {"part": None, "whole": 44}


def test_what_is_kept_can_be_read_again_and_holds_no_customer(cxmap, messy, golden):
    done = cxmap("conform", messy, "--today", "2026-06-01", "--write")
    assert done.returncode == 0 and "wrote actual/onboarding.yaml" in done.stderr
    kept = (messy / "actual" / "onboarding.yaml").read_text()
    golden("golden/conform-kept.yaml", kept)
    assert cxmap("validate", messy, "--fail-on", "info").returncode == 0
    assert cxmap("conform", messy, "--today", "2026-06-01", "--write").returncode == 0
    assert (messy / "actual" / "onboarding.yaml").read_text() == kept


def test_what_too_few_share_now_is_kept_no_longer(cxmap, messy):
    cxmap("conform", messy, "--today", "2026-06-01", "--write")
    write(messy, crowd(9, "few", (0, "welcome")))
    cxmap("conform", messy, "--today", "2026-06-01", "--write")
    assert (messy / "actual" / "onboarding.yaml").read_text().endswith("\nactual: []\n")


def test_a_file_of_another_hand_is_never_replaced(cxmap, messy):
    own = messy / "actual" / "onboarding.yaml"
    own.parent.mkdir()
    own.write_text("actual: []\n")
    done = cxmap("conform", messy, "--today", "2026-06-01", "--write")
    assert done.returncode == 2 and "was not written by `conform`" in done.stderr
    assert own.read_text() == "actual: []\n"


def test_nothing_is_written_where_a_source_cannot_be_read(cxmap, messy):
    with (messy / "map.yaml").open("a") as file:
        file.write(
            "  - {id: other, kind: events, files: none.csv, time: a, customer: b, touchpoint: c}\n"
        )
    done = cxmap("conform", messy, "--today", "2026-06-01", "--write")
    assert done.returncode == 2
    assert not (messy / "actual").exists()


def test_what_is_promised_in_weeks_is_told_in_days(told, monkeypatch) -> None:
    monkeypatch.setitem(globals(), "MAP", MAP.replace("within: 5 days", "within: 1 week"))
    (journey,) = told(crowd(20, "a", (0, "SIGNED"), (1, "welcome"), (4, "kick-off")))["journeys"]
    (promise,) = [p for p in journey["promises"] if p["item"].endswith("kick-off")]
    assert (promise["within"], promise["median"]) == ("1 week", "3 days")
