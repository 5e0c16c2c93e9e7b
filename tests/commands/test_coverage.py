"""Coverage as a user meets it: in JSON, and as floors that hold a build."""

import json
from pathlib import Path

import pytest

MAP = """journey: joining
stages:
  - id: sign
    name: I sign up
    touchpoints:
      - {what: Letter, who: marketing, how: letter, when: same day}
      - {what: Call, who: sales, how: phone}
      - {what: Visit, how: face-to-face}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "joining.yaml").write_text(MAP)
    return tmp_path


@pytest.mark.usefixtures("workspace")
def test_json_has_it_as_a_whole_and_by_map_stage_and_team(cxmap) -> None:
    coverage = json.loads(cxmap("lint", "--format", "json").stdout)["coverage"]
    assert coverage["all"]["when"] == {"answered": 1, "asked": 3}
    assert coverage["journeys"] == {"joining@current": coverage["all"]}
    assert coverage["stages"] == {"joining@current#sign": coverage["all"]}
    assert coverage["teams"]["sales"]["how"] == {"answered": 1, "asked": 1}
    assert coverage["teams"][""]["who"] == {"answered": 0, "asked": 1}


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("floors", "code", "said"),
    [
        (["who=66,how=100"], 0, ""),
        (["who=67"], 1, "`who` is answered by 2 of 3 (66%), and has to be by 67%"),
        (["how=100", "when=50%"], 1, "`when` is answered by 1 of 3 (33%), and has to be by 50%"),
        (["voice=0.5"], 1, "`voice` is answered by 0 of 3 (0%), and has to be by 0.5%"),
    ],
)
def test_a_floor_on_the_command_line_fails_the_run_below_it(
    cxmap, floors: list[str], code: int, said: str
) -> None:
    options = [word for floor in floors for word in ("--min-coverage", floor)]
    done = cxmap("lint", *options)
    assert done.returncode == code
    assert said in done.stderr


def test_floors_of_the_settings_are_about_the_whole_workspace(cxmap, workspace: Path) -> None:
    (workspace / "cxmap.yaml").write_text("lint: {profile: starter, coverage: {when: 50}}\n")
    assert cxmap("lint").returncode == 1
    assert cxmap("lint", "joining.yaml").returncode == 0
    assert cxmap("lint", "--min-coverage", "when=30").returncode == 0
    assert cxmap("lint", "--fail-on", "never").returncode == 0
    assert cxmap("validate").returncode == 0


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "markdown"])
def test_a_floor_that_is_not_reached_stands_in_what_machines_read(cxmap, form: str) -> None:
    shown = cxmap("lint", "--min-coverage", "when=50", "--format", form).stdout
    assert "answered by 1 of 3 (33%25)" in shown.replace("%)", "%25)")


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("floor", "said"),
    [
        ("who", "takes QUESTION=PERCENT"),
        ("who=most", "takes QUESTION=PERCENT"),
        ("who=101", "takes QUESTION=PERCENT"),
        ("whom=90", "did you mean `who`?"),
    ],
)
def test_a_floor_that_is_none_is_2(cxmap, floor: str, said: str) -> None:
    done = cxmap("lint", "--min-coverage", floor)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.usefixtures("workspace")
def test_a_workspace_without_touchpoints_reaches_every_floor(cxmap, workspace: Path) -> None:
    (workspace / "joining.yaml").write_text("journey: joining\n")
    assert cxmap("lint", "--min-coverage", "who=100").returncode == 0
