"""The page that compares two versions of a map."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cxmap.schema.report import report_schema

from .conftest import Open, Report
from .maps import map_of
from .test_journey import page, text

TODAY = """\
journey: joining
title: Joining us
customers: [{id: buyer, name: First-time buyer}, {id: again, name: Coming back}]
stages:
  - id: sign
    name: I sign
    duration: 2 weeks
    touchpoints:
      - {id: letter, what: Welcome letter, who: sales, how: [email, letter], emotion: {buyer: -2, again: 0}}
      - {id: form, what: The form, who: sales, emotion: -1}
      - {id: call, what: Kick-off call, emotion: 1, moment_of_truth: true}
  - id: use
    name: I use it
    touchpoints: [{id: check, what: First check, who: support, emotion: 0}]
  - id: leave
    name: I leave
    touchpoints: [{id: bye, what: Goodbye, who: support}]
"""
TARGET = """\
journey: joining
state: target
title: Joining us
customers: [buyer, again]
retired: [{touchpoint: bye, why: Nobody reads it}]
stages:
  - id: sign
    name: I sign up
    duration: 1 week
    touchpoints:
      - {id: letter, what: Welcome letter, who: support, how: [phone, letter], emotion: {buyer: 1, again: 0}, replaces: [letter, form]}
      - {id: check, what: First check, who: support, emotion: -1}
  - id: use
    name: I use it
    touchpoints:
      - {id: call, what: Kick-off call, who: sales, when: {after: signing, within: 5 days}, emotion: 2, moment_of_truth: true}
      - {id: thanks, what: A thank-you, who: sales}
"""
TEAMS = """\
teams: [{id: sales, name: Sales}, {id: support, name: Support}]
actions:
  - {id: phone-first, title: The letter becomes a call, owner: support, touchpoints: [joining/letter], raised: 2026-10-01}
"""
FILES = {"today.yaml": TODAY, "target.yaml": TARGET, "teams.yaml": TEAMS}


@pytest.fixture
def folder(report: Report) -> Path:
    return report(FILES)


def test_the_head_counts_what_happens_and_says_what_it_comes_to(folder: Path) -> None:
    words = text(page(folder, "compare-joining.html"))
    assert "Joining us: what the target changes" in words
    assert "The target closes every owner gap, and aims" in words
    assert "aims to lift the low point, 1.1 Welcome letter , from −2 to +1." in words
    assert "1 added 1 removed 1 merged 1 changed 2 moved" in words


def test_what_is_lost_and_what_nobody_has_planned_comes_first(folder: Path) -> None:
    words = text(page(folder, "compare-joining.html"))
    assert "Nobody has planned 5 of these changes" in words
    assert "What customers lose" in words and "No longer by email" in words


def test_both_sides_stand_beside_each_other_with_what_came_and_went(folder: Path) -> None:
    markup = page(folder, "compare-joining.html")
    assert "<del>email</del>" in markup and "<ins>phone</ins>" in markup
    words = text(markup)
    assert "Moved away 2.1 First check to 1.2 in I sign up" in words
    assert "Moved here Not here before 1.2 First check from 2.1 in I use it" in words
    assert "Merged 1.2 The form goes into 1.1 Welcome letter" in words
    assert "3 I leave gone Removed 3.1 Goodbye" in words and "Nobody reads it" in words
    assert "1 I sign up today I sign" in words and "duration gain 2 weeks 1 week" in words


def test_each_change_says_who_delivers_it_or_that_nobody_does(folder: Path) -> None:
    words = text(page(folder, "compare-joining.html"))
    assert "The letter becomes a call (Support, proposed)" in words
    assert "Nobody has planned it" in words
    assert "takes over &#34;Kick-off call&#34; from nobody" in words


def test_each_customer_who_feels_otherwise_has_both_curves(folder: Path) -> None:
    markup = page(folder, "compare-joining.html")
    assert markup.count('class="curve over"') == 2
    assert markup.count('class="lift"') == 1  # what moves has a dot in each place, and no arrow
    assert "for First-time buyer. 1.1 Welcome letter −2 to +1;" in markup
    assert "for Coming back. 1.2 The form goes into 1.1;" in markup


def test_the_journey_the_dashboard_and_the_search_lead_to_it(folder: Path) -> None:
    for name in ("index.html", "journey-joining.html", "search.html"):
        assert 'href="compare-joining.html"' in page(folder, name)


def test_a_journey_without_a_target_has_no_comparison(report: Report) -> None:
    assert not list(report({"today.yaml": TODAY, "teams.yaml": TEAMS}).glob("compare*"))


def test_sections_can_be_left_out(report: Report) -> None:
    markup = page(report(FILES, "--exclude", "losses,load"), "compare-joining.html")
    assert "What customers lose" not in markup and "What it asks of each team" not in markup
    assert "Touchpoint by touchpoint" in markup


def test_maps_of_any_size_are_compared_and_nothing_sticks_out(report: Report, look: Open) -> None:
    target = map_of([0, 9, 0, 1, 5, 5, 2, 1]).replace("stages:", "state: target\nstages:")
    folder = report({"a.yaml": map_of([3, 14, 1, 1, 5, 5, 5]), "b.yaml": target})
    file = next(folder.glob("compare-*.html"))
    opened = look(file)
    opened.set_viewport_size({"width": 390, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") == 390


def test_accepted_changes_are_told_with_who_accepts_them(report: Report) -> None:
    accepted = "accepted: [{fingerprint: %s, who: Dana Whitfield, why: Letters cost too much}]"
    settings = {"cxmap.yaml": "cxmap: 1\ndiff: {accepted: .accepted.yaml}\n"}
    files = {**FILES, **settings, ".accepted.yaml": accepted % "ec7091cb43ff"}
    words = text(page(report(files), "compare-joining.html"))
    assert "accepted by Dana Whitfield: Letters cost too much" in words


def test_the_same_is_told_in_markdown_and_in_json(report: Report, tmp_path: Path) -> None:
    folder = report(FILES, "--format", "markdown")
    said = (folder / "compare-joining.md").read_text(encoding="utf-8")
    assert "# Joining us: what the target changes" in said
    assert (
        "| **loss** how | <strong>email</strong>, letter | <strong>phone</strong>, letter |" in said
    )
    assert "[What it changes](compare-joining.md)" in (folder / "README.md").read_text("utf-8")
    file = tmp_path / "report.json"
    report(FILES, "-o", str(file))
    document = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator(report_schema()).validate(document)
    (found,) = document["comparisons"]
    assert found["journey"] == "joining" and found["touchpoints"]["moved"] == 2
    assert "channel-removed" in {change["kind"] for change in found["changes"]}


def test_several_targets_are_listed_on_one_page(report: Report) -> None:
    files = FILES | {
        "other.yaml": TODAY.replace("joining", "leaving"),
        "other.target.yaml": TARGET.replace("joining", "leaving"),
    }
    words = text(page(report(files), "changes.html"))
    assert "Two journeys have a target. Customers lose something twice." in words
    said = (report(files, "--format", "markdown") / "changes.md").read_text(encoding="utf-8")
    assert "[Joining us](compare-joining.md)" in said and "[Joining us](compare-leaving.md)" in said
