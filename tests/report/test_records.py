"""The report as JSON, which keeps to its schema."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from typer.testing import CliRunner

from cxmap.cli import app
from cxmap.schema.report import report_schema

from .conftest import TODAY
from .maps import LIBRARY, PLAIN, SMALL
from .test_hostile import hostile, run

EXAMPLES = Path(__file__).parents[2] / "examples"
CHECK = Draft202012Validator(report_schema(), format_checker=FormatChecker())


def told(*arguments: str | Path) -> str:
    """What the command writes to standard output."""
    line = ["report", *map(str, arguments), "--format", "json", "--today", TODAY]
    done = CliRunner().invoke(app, line)
    assert done.exit_code == 0, done.output
    return done.stdout


def of(files: dict[str, str], folder: Path) -> dict:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return json.loads(told(folder))


def test_the_smallest_example_is_written_as_its_golden_file_says(golden):
    golden("golden/quickstart.json", told(EXAMPLES / "quickstart"))


def test_the_schema_is_one_and_refuses_what_it_does_not_know():
    Draft202012Validator.check_schema(report_schema())
    document = json.loads(told(EXAMPLES / "quickstart"))
    CHECK.validate(document)
    document["journeys"][0]["mood"] = "fine"
    with pytest.raises(ValidationError):
        CHECK.validate(document)


@pytest.mark.parametrize("arguments", [("payroll",), ("payroll", "onboarding")])
def test_the_large_example_keeps_to_the_schema_and_its_ids_lead_somewhere(arguments):
    folder, *names = arguments
    document = json.loads(told(EXAMPLES / folder, *names))
    CHECK.validate(document)
    touchpoints = [t for j in document["journeys"] for s in j["stages"] for t in s["touchpoints"]]
    teams = {team["id"] for team in document["teams"]} | {"customer", ""}
    actions = {action["id"] for action in document["actions"]}
    customers = {customer["id"] for customer in document["customers"]}
    assert touchpoints and {t["who"] for t in touchpoints} <= teams
    assert {a for j in document["journeys"] for a in j["actions"]} <= actions
    assert {c for t in touchpoints for c in t["emotion_by_customer"]} <= customers
    items = {t["item"] for t in touchpoints}
    assert {one["item"] for j in document["journeys"] for one in j["fix_first"]} <= items


def test_hostile_texts_keep_to_the_schema_and_are_told_as_they_are(tmp_path):
    document = of(hostile(), tmp_path)
    CHECK.validate(document)
    assert (
        document["journeys"][0]["stages"][0]["touchpoints"][0]["what"]
        == "<script>alert(1)</script>"
    )


def test_a_journey_that_is_named_comes_without_what_belongs_to_others():
    document = json.loads(told(EXAMPLES / "payroll", "onboarding"))
    assert [j["item"] for j in document["journeys"]] == ["onboarding@current", "onboarding@target"]
    assert {f["item"].partition("@")[0] for f in document["findings"]} == {"onboarding"}
    assert 0 < len(document["metrics"]) < len(json.loads(told(EXAMPLES / "payroll"))["metrics"])


def test_a_touchpoint_has_the_facts_that_pages_show(tmp_path):
    first, second = of(SMALL, tmp_path)["journeys"][0]["stages"]
    letter, data = first["touchpoints"][0], second["touchpoints"][0]
    assert (letter["number"], letter["who"], letter["how"]) == ("1.1", "marketing", ["email"])
    assert letter["measures"] == ["csat-welcome"] and letter["customer_is_asked"]
    assert data["missing"] == ["owner", "timeline", "feedback"] and data["emotion"] == -2


def test_ratings_by_customer_come_with_their_mean(tmp_path):
    own = PLAIN.replace("emotion: 1,", "emotion: {buyer: 2, payer: -1},").replace(
        "[{id: buyer", "[{id: payer}, {id: buyer"
    )
    found = of({**SMALL, "onboarding.yaml": own}, tmp_path)["journeys"][0]["stages"][0][
        "touchpoints"
    ][0]
    assert (found["emotion"], found["emotion_by_customer"]) == (0.5, {"buyer": 2, "payer": -1})


def test_a_time_is_in_minutes_and_in_words(tmp_path):
    wait = "  - {id: wait, name: Wait, kind: duration, target: 2 hours, readings: [{period: 2026-09, value: 3 hours}]}\nactions:"
    wait = next(
        m
        for m in of({**SMALL, "library.yaml": LIBRARY.replace("actions:", wait)}, tmp_path)[
            "metrics"
        ]
        if m["id"] == "wait"
    )
    assert (
        wait["unit"],
        wait["target"],
        wait["readings"][0]["value"],
        wait["readings"][0]["words"],
    ) == ("minutes", 120, 180, "3 hours")


def test_a_figure_from_too_few_answers_is_kept_back(tmp_path):
    few = of({**SMALL, "library.yaml": LIBRARY.replace("n: 118", "n: 7")}, tmp_path)
    reading = few["metrics"][0]["readings"][1]
    assert reading["hidden"] and reading["n"] == 7
    assert (reading["value"], reading["low"], reading["high"], reading["words"]) == (
        None,
        None,
        None,
        "",
    )
    assert few["metrics"][0]["state"] == "hidden"


def test_an_action_has_its_dates_and_its_clock(tmp_path):
    action = of(SMALL, tmp_path)["actions"][0]
    assert action["items"] == ["onboarding@current/welcome-letter"]
    assert (action["raised"], action["due"], action["state"], action["days_late"]) == (
        "2026-09-01",
        "2026-09-29",
        "late",
        12,
    )


def test_it_goes_to_a_file_where_one_is_named(tmp_path, monkeypatch):
    of(SMALL, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("report", "-o", "all.json", "--today", TODAY) == (0, "all.json\n")
    assert Path("all.json").read_text(encoding="utf-8") == told()


def test_options_of_pages_are_refused(tmp_path, monkeypatch):
    of(SMALL, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert "are for pages" in run("report", "--format", "json", "--exclude", "map")[1]


def test_two_runs_write_the_same_bytes(cxmap):
    line = ("report", EXAMPLES / "payroll", "--format", "json", "--today", TODAY)
    runs = [
        cxmap(*line, "--jobs", seed, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")
    ]
    assert runs[0] and runs[0] == runs[1]
