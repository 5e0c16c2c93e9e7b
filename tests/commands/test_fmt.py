"""`cxmap fmt` as a user runs it: what is written, what is left alone, and what is said."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ODD = (
    "\ufeff# Our first map: Zürich\r\n"
    "stages:\r\n"
    "- touchpoints:\r\n"
    "  - {who: sales,  what:   Letter}   # by hand\r\n"
    "  - Kick-off call - phone - ? - soon\r\n"
    "  name:  'I sign up'\r\n"
    "journey: onboarding\r\n"
)
NEAT = (
    "\ufeff# Our first map: Zürich\r\n"
    "journey: onboarding\r\n"
    "stages:\r\n"
    "  - name: 'I sign up'\r\n"
    "    touchpoints:\r\n"
    "      - {what: Letter, who: sales}   # by hand\r\n"
    "      - Kick-off call - phone - ? - soon\r\n"
)
BROKEN = "journey: other\nstages:\n  - name: Call: first\n"


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "onboarding.yaml").write_bytes(ODD.encode())
    return tmp_path


def written(folder: Path) -> str:
    return (folder / "onboarding.yaml").read_bytes().decode()


def test_a_map_is_written_in_one_layout_with_its_line_ends_and_mark(cxmap, maps: Path) -> None:
    done = cxmap("fmt")
    assert written(maps) == NEAT
    assert (done.returncode, done.stdout) == (0, "onboarding.yaml\n")
    assert done.stderr == "1 file written anew, 1 unchanged\n"


def test_a_second_time_no_file_is_touched(cxmap, maps: Path) -> None:
    cxmap("fmt")
    before = (maps / "onboarding.yaml").stat()
    done = cxmap("fmt")
    assert (done.returncode, done.stdout) == (0, "")
    after = (maps / "onboarding.yaml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_check_names_what_would_change_and_fails_and_writes_nothing(cxmap, maps: Path) -> None:
    done = cxmap("fmt", "--check")
    assert (done.returncode, done.stdout) == (1, "onboarding.yaml\n")
    assert written(maps) == ODD


def test_a_diff_is_shown_and_nothing_written(cxmap, maps: Path) -> None:
    done = cxmap("fmt", "--diff")
    assert done.stdout.startswith("--- a/onboarding.yaml\n+++ b/onboarding.yaml\n")
    assert written(maps) == ODD
    assert done.returncode == 1


def test_touchpoints_of_one_line_are_written_out_on_request(cxmap, maps: Path) -> None:
    cxmap("fmt", "--expand")
    expanded = [
        "      - what: Kick-off call",
        '        who: "?"',
        "        how: phone",
        "        when: soon",
    ]
    assert written(maps).split("\r\n")[6:] == [*expanded, ""]


def test_a_file_that_cannot_be_read_is_named_and_left_and_the_others_are_written(
    cxmap, maps: Path
) -> None:
    (maps / "other.yaml").write_text(BROKEN)
    done = cxmap("fmt")
    assert done.returncode == 2
    assert "other.yaml is left as it is: line 3: a second `: ` in one line" in done.stderr
    assert (maps / "other.yaml").read_text() == BROKEN
    assert written(maps) == NEAT


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("journey: a\ntitle: Call #2\nstages: []\n", "read as a comment and would be lost"),
        ("journey: a\njourney: b\n", "`journey` stands here twice"),
        ("journey: caf\xe9\n", "not UTF-8"),
    ],
)
def test_a_slip_that_would_become_harder_to_see_is_named(
    cxmap, maps: Path, text: str, why: str
) -> None:
    (maps / "other.yaml").write_bytes(text.encode("latin-1"))
    assert why in cxmap("fmt", "other.yaml").stderr
    assert (maps / "other.yaml").read_bytes() == text.encode("latin-1")


def test_only_files_that_are_named_are_written(cxmap, maps: Path) -> None:
    assert cxmap("fmt", "cxmap.yaml").stdout == ""
    assert written(maps) == ODD


def test_standard_input_comes_out_in_the_one_layout(cxmap, maps: Path) -> None:
    done = cxmap("fmt", "-", input=ODD.replace("\r", ""))
    assert done.stdout == NEAT.replace("\r", "")
    assert written(maps) == ODD


@pytest.mark.parametrize("mark", ["# cxmap:", "# CXMAP:", "#  cxmap :"])
def test_an_accepted_gap_stays_accepted_where_the_first_key_of_its_item_changes(
    cxmap, maps: Path, mark: str
) -> None:
    text = (
        "journey: other\nstages:\n  - name: I wait\n    touchpoints:\n"
        f"      - how: phone  {mark} ignore[touchpoint-without-owner] nobody yet\n"
        "        what: Call\n"
    )
    (maps / "other.yaml").write_text(text)
    assert cxmap("fmt").returncode == 0
    assert "nobody yet\n      - what: Call\n" in (maps / "other.yaml").read_text()
    shown = cxmap("lint", "--select", "touchpoint-without-owner,bad-suppression", "other.yaml")
    assert shown.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_behind_a_link_is_left_alone(cxmap, maps: Path) -> None:
    (maps / "onboarding.yaml").rename(maps / "real.txt")
    (maps / "onboarding.yaml").symlink_to("real.txt")
    done = cxmap("fmt")
    assert "onboarding.yaml is left as it is: a link leads to it" in done.stderr
    assert (maps / "real.txt").read_bytes() == ODD.encode()


@pytest.mark.parametrize("template", ["onboarding", "support", "public-service", "empty"])
def test_a_new_workspace_is_as_it_should_be(cxmap, template: str) -> None:
    cxmap("init", "maps", "--template", template, "--yes")
    done = cxmap("fmt", "--check", "maps")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_examples_mean_the_same_in_the_one_layout(cxmap, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for example in ("payroll", "quickstart"):
        folder = tmp_path / "examples" / example
        ask = ("lint", "--profile", "strict", "--no-cache", "--today", "2026-10-15", "--statistics")
        before = cxmap(*ask, cwd=folder)
        assert cxmap("fmt", "--expand", cwd=folder).returncode == 0
        assert cxmap("fmt", "--check", "--expand", cwd=folder).returncode == 0
        after = cxmap(*ask, cwd=folder)
        assert (after.stdout, after.stderr) == (before.stdout, before.stderr)


def test_nothing_to_lay_out_is_2(cxmap) -> None:
    assert cxmap("fmt").returncode == 2
