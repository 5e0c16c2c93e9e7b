"""`cxmap validate` as a user runs it: exit codes, streams, formats, files, standard input."""

import json
from pathlib import Path

import pytest

GOOD = (
    "journey: onboarding\nstages:\n  - name: I sign up\n    touchpoints:\n      - Letter - email\n"
)
BAD = GOOD + "      - {what: Call, emotion: 9}\n"


def test_a_sound_map_is_0_and_the_last_line_says_how_much_was_read(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    done = cxmap("validate")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("nothing found in 1 file: 1 journey, 1 touchpoint.")


def test_an_error_is_1_and_one_line_in_a_pipe(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BAD)
    done = cxmap("validate")
    assert done.returncode == 1
    assert (
        done.stdout
        == "a.yaml:6:31: error bad-value `emotion: 9` is not a whole number from −2 to 2\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.yaml"], "there is no file or folder nowhere.yaml"),
        (["."], "nothing to read"),
        ([".", "--format", "jsn"], "did you mean `json`?"),
        ([".", "--fail-on", "eror"], "did you mean `error`?"),
        ([".", "--today", "tomorrow"], "is not a date"),
        ([".", "--color", "blue"], "--color `blue` is unknown"),
        ([".", "-o", "sarif"], "-o takes FORMAT=FILE"),
        ([".", "-o", "sarif=no/such/folder/x"], "cannot be written"),
        (["-", "x.yaml"], "stands alone"),
    ],
)
def test_what_cannot_be_done_is_2_with_one_line_and_no_output(
    cxmap, tmp_path: Path, arguments: list[str], said: str
) -> None:
    if arguments != ["."]:
        (tmp_path / "a.yaml").write_text(BAD)
    done = cxmap("validate", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_a_slip_in_a_command_is_answered_with_the_command(cxmap) -> None:
    done = cxmap("valdate")
    assert done.returncode == 2
    assert "validate" in done.stderr


def test_unsound_settings_are_2(cxmap, tmp_path: Path) -> None:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\nlint: {profil: strict}\n")
    done = cxmap("validate")
    assert done.returncode == 2
    assert "cxmap.yaml:2:8: error unknown-key" in done.stdout


@pytest.mark.parametrize(
    ("settings", "named", "said"),
    [
        ("cxmap: 1\nexclude: '*'\n", ".", "but for what `exclude` in cxmap.yaml leaves out: `*`"),
        ("cxmap: 1\nexclude: [maps/]\n", "maps", "no journey map in maps, but for what `exclude`"),
        ("cxmap: 1\n", "empty", "no journey map in empty; leave it out of the command"),
        ("cxmap: 1\nexclude: [maps]\n", "empty", "no journey map in empty; `cxmap init`"),
    ],
)
def test_settings_without_a_map_are_nothing_to_read(
    cxmap, tmp_path: Path, settings: str, named: str, said: str
) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "maps/a.yaml").write_text(GOOD)
    (tmp_path / "cxmap.yaml").write_text(settings)
    done = cxmap("lint", named)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_workspace_inside_another_folder_is_one_of_its_own(cxmap, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "maps").mkdir(parents=True)
        (tmp_path / name / "cxmap.yaml").write_text("cxmap: 1\n")
        (tmp_path / name / "maps/a.yaml").write_text(GOOD)
    done = cxmap("validate")
    assert done.returncode == 2
    assert "it holds 2 workspaces, name one: one, two" in done.stderr
    (tmp_path / "b.yaml").write_text(GOOD)
    assert "in 1 file: 1 journey" in cxmap("validate").stderr
    assert "in 2 files: 1 journey" in cxmap("validate", "one/maps/a.yaml", "one").stderr


def test_settings_that_are_named_are_checked(cxmap, tmp_path: Path) -> None:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    assert cxmap("validate", ".").returncode == 2
    assert cxmap("validate", "cxmap.yaml").returncode == 0


def test_several_formats_in_one_run_and_machine_formats_stand_alone(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BAD)
    done = cxmap("validate", "--format", "json", "-o", "sarif=a.sarif", "-o", "junit=a.xml")
    found = json.loads(done.stdout)
    assert found["read"] == {"files": 1, "journeys": 1, "touchpoints": 2}
    assert found["findings"][0]["item"] == "onboarding@current/call"
    assert json.loads((tmp_path / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "a.xml").read_text("utf-8").startswith("<?xml")
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".a")]


def test_paths_narrow_what_is_reported_and_not_what_is_read(cxmap, tmp_path: Path) -> None:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "teams.yaml").write_text("teams: [{id: sales, naem: Sales}]\n")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "a.yaml").write_text(GOOD + "      - {what: Call, who: sales}\n")
    assert cxmap("validate", "maps").returncode == 0
    assert cxmap("validate", cwd=tmp_path / "maps").returncode == 0
    assert cxmap("validate").returncode == 1


def test_paths_in_two_workspaces_are_2(cxmap, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cxmap.yaml").write_text("cxmap: 1\n")
    done = cxmap("validate", "one", "two")
    assert done.returncode == 2
    assert "different workspaces" in done.stderr


def test_standard_input_stands_for_a_file_of_the_workspace(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "teams.yaml").write_text("teams: [{id: sales}]\n")
    done = cxmap(
        "validate", "-", "--stdin-filename", "a.yaml", input=GOOD + "      - X - phone - Seles\n"
    )
    assert done.stdout.startswith("a.yaml:6:21: error unknown-reference")
    assert cxmap("validate", "-", input=GOOD).returncode == 0


def test_a_file_named_on_the_command_line_is_always_checked(cxmap, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("stages: []\n")
    done = cxmap("validate", "x.yaml")
    assert done.returncode == 1
    assert "unknown-key" in done.stdout


def test_the_same_bytes_come_out_warm_or_cold_with_one_process_or_two(
    cxmap, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(BAD)
    (tmp_path / "b.yaml").write_text("journey: x\nstages: [{nam: y}]\n")
    runs = [
        cxmap("validate", "--format", form, *options)
        for form in ("full", "json")
        for options in (["--no-cache"], [], [], ["--jobs", "2", "--no-cache"])
    ]
    assert len({(done.returncode, done.stdout, done.stderr) for done in runs}) == 2
    (tmp_path / "a.yaml").write_text(GOOD)
    assert "a.yaml" not in cxmap("validate").stdout


def test_colour_comes_when_asked_for_and_goes_in_a_pipe(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BAD)
    assert "\x1b[" not in cxmap("validate", "--format", "full").stdout
    assert "\x1b[" in cxmap("validate", "--format", "full", "--color", "always").stdout
    assert "\x1b[" in cxmap("validate", "--format", "full", env={"FORCE_COLOR": "1"}).stdout


def test_version_and_help_answer_without_reading_maps(cxmap) -> None:
    assert cxmap("--version").stdout.startswith("cxmap ")
    helped = cxmap("--help")
    assert "validate" in helped.stdout
    assert cxmap("validate", "--help").returncode == 0


def test_what_cannot_be_read_is_an_error_in_every_profile(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BAD)
    assert ": error bad-value " in cxmap("lint", "--profile", "starter").stdout
    listed = json.loads(cxmap("rules", "--format", "json").stdout)
    assert '"error"' in json.dumps([row for row in listed["rules"] if row["name"] == "bad-value"])
