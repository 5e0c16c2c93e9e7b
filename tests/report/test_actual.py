"""Planned against actual on the page of a journey, out of what an earlier run kept."""

import json
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cxmap.schema.report import report_schema

from .conftest import Report
from .maps import KEPT, SMALL


def section(out: Path) -> str:
    """What the page of the journey shows of it; nothing where it has no such section."""
    pages = sorted(out.glob("journey-*.html"))
    return pages[0].read_text().partition('id="actual"')[2].partition("</section>")[0]


def page(report: Report, kept: str, *arguments: str) -> str:
    return section(report(SMALL | {"actual.yaml": kept}, *arguments))


def test_promises_have_n_interval_and_what_it_really_took(report: Report) -> None:
    shown = page(report, KEPT)
    assert "“Welcome letter” comes in time for 60% of customers" in shown
    assert "200 customers, April to September 2026; as of 1 October 2026" in shown
    for words in (
        "Within 1 day after contract signed",
        "120 of 200 customers",
        "95% sure: 53 to 67%",
        "Half within 1 day, nine tenths within 4 days",
        "30 points below nine in ten",
    ):
        assert words in shown


def test_the_funnel_says_who_went_no_further(report: Report) -> None:
    shown = page(report, KEPT)
    assert "140 of 200 customers" in shown
    assert "60 customers (30%)" in shown and "40 gone, 20 under way" in shown


def test_what_happens_beside_the_map_is_listed(report: Report) -> None:
    shown = page(report, KEPT)
    assert "10% the other way round" in shown
    assert "18 customers" in shown and "court-case" in shown and "33 customers" in shown
    assert "no event in the data is <code>waiting</code>" in shown
    assert "30 of 50 customers" in shown and "20 of 48 customers" in shown


def test_what_fewer_share_than_it_takes_now_is_hidden_again(report: Report) -> None:
    few = KEPT.replace("kept: 120", "kept: 196").replace("reached: 140", "reached: 193")
    few = few.replace("customers: 18", "customers: 4").replace("customers: 33", "customers: 5")
    shown = page(report, few)
    assert "196" not in shown and "193" not in shown
    assert "court-case" not in shown and "18 customers" not in shown
    assert "of 200 customers; it would tell of fewer than ten" in shown


def test_a_small_sample_has_no_colour(report: Report) -> None:
    shown = page(
        report, KEPT.replace("cases: 200,\n         kept: 120", "cases: 25,\n         kept: 12")
    )
    assert "12 of 25 customers (few)" in shown and "too few to tell" in shown
    promises = shown.partition("Moments met")[0]
    assert "bar bad" not in promises and "bar ok" not in promises and "st bad" not in promises


def test_touchpoints_that_are_gone_are_left_out(report: Report) -> None:
    gone = SMALL["onboarding.yaml"].replace("what: Kick-off call", "what: First call")
    shown = section(report(SMALL | {"actual.yaml": KEPT, "onboarding.yaml": gone}))
    assert "Welcome letter" in shown and "Kick-off call" not in shown and "First call" not in shown
    assert "1 touchpoint of it is no longer on the map" in shown


def test_old_counts_say_how_old_they_are(report: Report) -> None:
    settings = SMALL["cxmap.yaml"] + "lint: {limits: {reading_after: 1 month}}\n"
    old = KEPT.replace("2026-10-01", "2026-06-01")
    out = report(SMALL | {"actual.yaml": old, "cxmap.yaml": settings})
    assert "weeks old" in section(out)


def test_a_journey_without_counts_has_no_such_section(report: Report) -> None:
    assert section(report(SMALL)) == ""


def test_the_section_can_be_left_out(report: Report) -> None:
    assert page(report, KEPT, "--exclude", "actual") == ""


def test_markdown_tells_the_same(report: Report, golden) -> None:
    out = report(SMALL | {"actual.yaml": KEPT}, "--format", "markdown")
    text = (out / "journey-onboarding.md").read_text()
    golden(
        "golden/markdown/actual.md",
        text.partition("## “Welcome letter” comes")[2].partition("\n## ")[0],
    )


def test_the_json_is_as_its_schema_says(report: Report, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    report(SMALL | {"actual.yaml": KEPT}, "--format", "json", "-o", str(file))
    found = json.loads(file.read_text())
    Draft202012Validator(report_schema()).validate(found)
    (actual,) = found["journeys"][0]["actual"]
    assert actual["promises"][0]["kept"] == {"part": 120, "whole": 200}


def test_a_report_reads_no_data_and_needs_no_engine(report: Report, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    data = "data: [{id: log, name: The log, kind: events, files: gone.csv, time: t, customer: c, touchpoint: w}]\n"
    shown = page(report, KEPT + data)
    assert "The log:" in shown


@pytest.mark.parametrize(
    ("hostile", "shown_as"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
        ("</section>", "&lt;/section&gt;"),
    ],
)
def test_what_a_log_calls_its_events_is_text_and_nothing_else(
    report: Report, hostile: str, shown_as: str
) -> None:
    shown = page(report, KEPT.replace("court-case", json.dumps(hostile)))
    assert f"<code>{shown_as}</code>" in shown


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ("median: 2 days", "median: 2 months"),
        ("median: 2 days", "median: same day"),
        ("nine_tenths: 5 days", "nine_tenths: 99999 years"),
        ("within: 1 day", "within: 3 years"),
        ("median: 1 day", "median: same day"),
        ("as_of: 2026-10-01", "as_of: 9999-12-31"),
        ("as_of: 2026-10-01", "as_of: 0001-01-01"),
        ("from: 2026-04", "from: 2026-W53"),
        ("from: 2026-04", "from: 2026"),
        ("to: 2026-09", "to: 2026-09-30"),
        ("customers: 200", "customers: 1000000000000"),
        ("cases: 48, in_time: 20", "cases: 0, in_time: 0"),
        ("data: log", 'data: "a|b `c` <i>"'),
    ],
)
def test_whatever_a_file_may_hold_is_shown(report: Report, was: str, is_now: str) -> None:
    assert was in KEPT
    kept = KEPT.replace(was, is_now)
    assert "Promises kept" in page(report, kept)
    assert report(SMALL | {"actual.yaml": kept}, "--format", "markdown").is_dir()
