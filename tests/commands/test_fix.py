"""`cxmap lint --fix` as a user runs it: what is written, what is not, and what is said."""

import sys
from pathlib import Path

import pytest

MAP = (
    "\ufeff# Our first map: Zürich\r\n"
    "journey:   onboarding   # odd spaces\r\n"
    "stages:\r\n"
    "  - name: I sign up\r\n"
    "    touchpoints:\r\n"
    "      # the first call\r\n"
    "      - what: Call #1\r\n"
    "        who:   marketting   # to be settled\r\n"
    "        how: phone\r\n"
    "      - {what:  Letter,   who: sales}\r\n"
    "      - what:   Letter\r\n"
    "        who: ?\r\n"
)
TEAMS = "teams:\n  - id: marketing\n    name: Marketing\n  - id: sales\n    name: Sales\n"


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "library.yaml").write_text(TEAMS)
    (tmp_path / "onboarding.yaml").write_bytes(MAP.encode())
    return tmp_path


def changed(folder: Path) -> dict[int, str]:
    """The lines of the map that differ, by their number; only where none was put in."""
    lines = (folder / "onboarding.yaml").read_bytes().decode().split("\r\n")
    pairs = zip(MAP.split("\r\n"), lines, strict=True)
    return {n: new for n, (old, new) in enumerate(pairs, 1) if old != new}


def test_a_fix_changes_the_lines_it_names_and_no_other_byte(cxmap, maps: Path) -> None:
    done = cxmap("lint", "--fix")
    assert changed(maps) == {7: '      - what: "Call #1"', 12: '        who: "?"'}
    assert "fixed 2 findings in 1 file" in done.stderr
    assert "unknown-reference" in done.stdout


def test_good_guesses_are_written_only_when_asked_for(cxmap, maps: Path) -> None:
    done = cxmap("lint", "--fix", "--unsafe-fixes", "--profile", "standard")
    expected = (
        MAP.replace("Call #1", '"Call #1"')
        .replace("?", '"?"')
        .replace("marketting", "marketing")
        .replace("- what:   Letter", "- id: letter-2\r\n        what:   Letter")
    )
    assert (maps / "onboarding.yaml").read_bytes().decode() == expected
    assert "fixed 4 findings" in done.stderr
    assert (maps / "library.yaml").read_text() == TEAMS


def test_showing_fixes_writes_nothing_and_prints_a_diff(cxmap, maps: Path) -> None:
    done = cxmap("lint", "--fix", "--show-fixes")
    assert changed(maps) == {}
    lines = done.stdout.splitlines()
    assert lines[:2] == ["--- a/onboarding.yaml", "+++ b/onboarding.yaml"]
    assert '+      - what: "Call #1"' in lines
    assert "would fix 2 findings in 1 file" in done.stderr
    assert done.returncode == 1
    assert cxmap("lint", "--show-fixes", "--fail-on", "never").returncode == 0


def test_a_second_time_there_is_nothing_to_fix(cxmap, maps: Path) -> None:
    cxmap("lint", "--fix")
    before = (maps / "onboarding.yaml").read_bytes()
    assert "nothing to fix" in cxmap("lint", "--fix").stderr
    assert cxmap("lint", "--show-fixes").returncode == 0  # though an error is left
    assert (maps / "onboarding.yaml").read_bytes() == before


def test_a_fix_that_would_bring_an_error_leaves_the_file_as_it_is(cxmap, maps: Path) -> None:
    text = (
        "journey: onboarding\nstages:\n  - name: I sign up\n    touchpoints:\n"
        "      - what: Call #1\n        who: sales #2\n"
    )
    (maps / "onboarding.yaml").write_text(text)
    done = cxmap("lint", "--fix")
    assert (maps / "onboarding.yaml").read_text() == text
    assert "onboarding.yaml is left as it is: it would then be found that no team" in done.stderr
    assert done.returncode == 1


def test_only_files_that_are_reported_on_are_fixed(cxmap, maps: Path) -> None:
    done = cxmap("lint", "--fix", "library.yaml")
    assert changed(maps) == {}
    assert "nothing to fix" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_behind_a_link_is_left_alone_and_a_file_keeps_its_mode(cxmap, maps: Path) -> None:
    file = maps / "onboarding.yaml"
    file.rename(maps / "real.txt")
    file.symlink_to("real.txt")
    assert "a link leads to it" in cxmap("lint", "--fix").stderr
    assert (maps / "real.txt").read_bytes() == MAP.encode()
    file.unlink()
    (maps / "real.txt").rename(file)
    file.chmod(0o640)
    cxmap("lint", "--fix")
    assert changed(maps)
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unsafe-fixes"], "goes with `--fix`"),
        (["--fix", "-"], "standard input cannot be fixed"),
    ],
)
def test_what_cannot_be_fixed_is_2(cxmap, maps: Path, arguments: list[str], said: str) -> None:
    done = cxmap("lint", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert changed(maps) == {}


SLIPS = """journey: My Onboarding   # ours
as-of: 2026/10/1
stages:
  - id: I sign up
    name: I sign up
    touchpoints:
      - {id: Kick Off, what: Call, who: sales, how: "email, phone"}   # first
      - what:   Letter
        how:
          - email & post   # both
          - letter
        with: [ sales; marketing , sales]
        who: [ sales ]
        met: Missed
        moment-of-truth: yes
"""
MENDED = """journey: my-onboarding   # ours
as_of: 2026-10-01
stages:
  - id: i-sign-up
    name: I sign up
    touchpoints:
      - {id: kick-off, what: Call, who: sales, how: [email, phone]}   # first
      - what:   Letter
        how:
          - email & post   # both
          - letter
        with: [ sales, marketing , sales]
        who: sales
        met: missed
        moment_of_truth: yes
"""


def test_slips_with_one_meaning_are_written_as_they_were_meant(cxmap, maps: Path) -> None:
    (maps / "onboarding.yaml").write_text(SLIPS)
    cxmap("lint", "--fix")
    assert (maps / "onboarding.yaml").read_text() == MENDED
    cxmap("lint", "--fix", "--unsafe-fixes")
    both = MENDED.replace("- email & post   # both", "- email\n          - letter   # both")
    assert (maps / "onboarding.yaml").read_text() == both


@pytest.mark.parametrize(
    "touchpoints",
    [
        "[{id: kick-off, what: Call}, {id: Kick Off, what: Visit}]",  # two would share an id
        "[{id: C++, what: Call}]",  # more than its spelling would be lost
        "[{id: call, what: Call, how: [[email], phone]}]",
        "[{id: call, what: Call, how: 'email, pigeon'}]",
        "[Call - email and phone - sales]",  # one line has no place for a list
        "[{id: call, what: Call, who: 'sales, marketing'}]",  # one team owns it: which
    ],
)
def test_what_may_mean_something_else_is_left_to_people(
    cxmap, maps: Path, touchpoints: str
) -> None:
    text = f"journey: a\nstages:\n  - name: I sign up\n    touchpoints: {touchpoints}\n"
    (maps / "onboarding.yaml").write_text(text)
    cxmap("lint", "--fix")
    assert (maps / "onboarding.yaml").read_text() == text


def test_several_owners_in_one_text_are_told_from_a_name(cxmap, maps: Path) -> None:
    (maps / "onboarding.yaml").write_text(
        "journey: a\nstages:\n  - name: I sign up\n    touchpoints:\n"
        "      - {what: Call, who: 'sales and marketing'}\n"
    )
    done = cxmap("validate", "--format", "full")
    assert "`sales and marketing` are 2 teams, and `who` takes one" in done.stdout
    assert "`who: sales` for the one, `with: [marketing]` for the rest" in done.stdout


def test_what_a_mended_key_brings_to_light_is_no_harm(cxmap, maps: Path) -> None:
    text = "journey: a\nas-of: 2026/1/5\nOwner: nobdy\nstages: [{name: I sign up}]\n"
    (maps / "onboarding.yaml").write_text(text)
    done = cxmap("lint", "--fix")
    mended = text.replace("as-of: 2026/1/5", "as_of: 2026-01-05").replace("Owner", "owner")
    assert (maps / "onboarding.yaml").read_text() == mended
    assert "no team has the id or name `nobdy`" in done.stdout
