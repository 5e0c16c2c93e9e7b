"""Where a report is written, and whose files stay untouched."""

from pathlib import Path

import pytest

from .conftest import Report
from .maps import SMALL, map_of
from .test_hostile import run


def test_a_folder_that_cxmap_wrote_is_replaced(report: Report) -> None:
    out = report(SMALL)
    (out / "stale.html").write_text("old")
    assert not (report(SMALL) / "stale.html").exists()


def test_any_other_folder_is_left_alone(report: Report, tmp_path: Path) -> None:
    report(SMALL)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear customer")
    code, message = run("report", "-o", str(mine))
    assert code == 2 and "did not write" in message
    assert [f.name for f in mine.iterdir()] == ["letter.txt"]


def test_own_templates_stand_before_ours_file_by_file(report: Report) -> None:
    own = {
        **SMALL,
        "cxmap.yaml": "cxmap: 1\nreport: {templates: brand}\n",
        "brand/journey.html": "<h1>{{ page.title }}, ours</h1>",
    }
    assert "<h1>Becoming a customer, ours</h1>" in journey(report(own))


@pytest.mark.parametrize("template", ["{{ page.nothing }}", "{{ page.__class__ }}", "{% if %}"])
def test_a_template_that_does_not_work_is_said_and_nothing_written(
    template: str, report: Report, tmp_path: Path
) -> None:
    out = report(SMALL)
    before = {f.name: f.read_bytes() for f in out.iterdir()}
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "journey.html").write_text(template)
    code, message = run("report", "-o", str(out), "--templates", str(folder))
    assert code == 2 and "a template does not work" in message
    assert {f.name: f.read_bytes() for f in out.iterdir()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["maps", "out", "own"]


def test_our_templates_show_the_same_in_and_out_of_the_sandbox(
    report: Report, tmp_path: Path
) -> None:
    odd = {**SMALL, "odd.yaml": map_of([2], note="\"<u>'Quotes' & `marks` {{ 7 * 7 }}</u>\"")}
    plain = pages(report(odd))
    (tmp_path / "none").mkdir()
    assert pages(report(odd, "--templates", str(tmp_path / "none"))) == plain
    assert not any("<u>" in file.read_text() for file in (tmp_path / "out").glob("*.html"))


MANY = {**SMALL, **{f"j{n}.yaml": map_of([2]).replace("big", f"big-{n}") for n in range(40)}}


def test_two_processes_write_what_one_writes(report: Report) -> None:
    assert pages(report(MANY, "--jobs", "1")) == pages(report(MANY, "--jobs", "2"))


def test_what_goes_wrong_in_another_process_is_said_too(report: Report, tmp_path: Path) -> None:
    report(MANY, "--jobs", "2")
    folder = tmp_path / "own"
    folder.mkdir()
    for sort in ("journey", "search"):
        (folder / f"{sort}.html").write_text("{{ page.nothing }}")
    code, message = run("report", "--jobs", "2", "-o", "site", "--templates", str(folder))
    assert code == 2 and "a template does not work" in message
    assert not Path("site").exists()


def test_an_unknown_journey_section_or_colour_is_said_with_the_nearest(report: Report) -> None:
    report(SMALL)
    assert "did you mean `onboarding`" in run("report", "onbording")[1]
    assert "did you mean `measures`" in run("report", "--exclude", "measurs")[1]
    Path("cxmap.yaml").write_text('cxmap: 1\nreport: {accent: "blue"}\n')
    assert "is no colour" in run("report")[1]


def test_the_accent_is_darkened_until_words_on_it_can_be_read(report: Report) -> None:
    own = {**SMALL, "cxmap.yaml": 'cxmap: 1\nreport: {accent: "#ffee00"}\n'}
    style = (report(own) / "style.css").read_text()
    assert "--head: #595300;" in style and "light-dark(#998f00, #ffee00)" in style


def journey(folder: Path) -> str:
    return (folder / "journey-onboarding.html").read_text(encoding="utf-8")


def pages(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}
