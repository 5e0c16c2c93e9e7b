"""`cxmap rules` and `cxmap explain` as a user runs them."""

import json
from pathlib import Path

import pytest


def row(text: str, rule: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.startswith(f"{rule} "))
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "cxmap.yaml").write_text(
        "lint:\n"
        "  profile: standard\n"
        "  ignore: [stale-map]\n"
        "  severity: {crowded-stage: warning, vague-timeline: error}\n"
    )
    (tmp_path / "journeys").mkdir()
    return tmp_path


def test_the_list_says_what_is_on_and_who_decided_so(cxmap, workspace: Path) -> None:
    text = cxmap("rules", cwd=workspace / "journeys").stdout
    assert row(text, "stale-map")[1:] == ["warning", "standard", "off", "ignored in cxmap.yaml"]
    assert row(text, "crowded-stage")[1:] == ["warning", "strict", "on", "severity in cxmap.yaml"]
    assert row(text, "touchpoint-without-emotion")[3:] == ["off", "profile standard"]
    assert row(text, "unknown-key")[1:] == ["error", "always", "on", "always on"]


@pytest.mark.usefixtures("workspace")
def test_a_profile_on_the_command_line_says_what_it_would_turn_on(cxmap) -> None:
    text = cxmap("rules", "--profile", "strict").stdout
    assert row(text, "touchpoint-without-emotion")[3:] == ["on", "profile strict"]


def test_without_a_workspace_the_profile_is_starter(cxmap) -> None:
    text = cxmap("rules").stdout
    assert row(text, "vague-timeline")[3:] == ["off", "profile starter"]
    assert row(text, "touchpoint-without-owner")[1] == "warning"  # at most, in starter


@pytest.mark.usefixtures("workspace")
def test_the_list_is_json_and_markdown_too(cxmap) -> None:
    listed = json.loads(cxmap("rules", "--format", "json").stdout)["rules"]
    by_name = {rule["name"]: rule for rule in listed}
    assert by_name["stale-map"]["on"] is False
    assert by_name["unknown-key"]["profile"] is None
    assert (
        "| `stale-map` | warning | standard | off |"
        in cxmap("rules", "--format", "markdown").stdout
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rules", "--profile", "strct"], "did you mean `strict`?"),
        (["rules", "--format", "jsn"], "did you mean `json`?"),
        (["explain", "crowded-stge"], "did you mean `crowded-stage`?"),
        (["explain", "crowded-stage", "--format", "markdwn"], "did you mean `markdown`?"),
    ],
)
def test_a_slip_is_2_with_the_nearest_name(cxmap, arguments: list[str], said: str) -> None:
    done = cxmap(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_settings_with_a_slip_are_2_with_the_place(cxmap, tmp_path: Path) -> None:
    (tmp_path / "cxmap.yaml").write_text("lint: {ignore: [stale-mapp]}\n")
    done = cxmap("rules")
    assert done.returncode == 2
    assert done.stderr.startswith("cxmap: cxmap.yaml:1:17: there is no rule `stale-mapp`")


def test_unsound_settings_are_2_for_lint_even_when_one_file_is_asked_for(
    cxmap, tmp_path: Path
) -> None:
    (tmp_path / "cxmap.yaml").write_text("lint: {ignore: [stale-mapp], fail_on: never}\n")
    (tmp_path / "a.yaml").write_text("journey: x\n")
    done = cxmap("lint", "a.yaml")
    assert done.returncode == 2
    assert "cxmap.yaml:1:17: error bad-value there is no rule `stale-mapp`" in done.stdout


def test_a_page_says_what_why_how_and_the_options(cxmap) -> None:
    text = cxmap("explain", "crowded-stage").stdout
    for part in (
        "Why a customer cares",
        "Bad",
        "Good",
        "12 by default",
        "What to do",
        "Source: stages as customers see them",
    ):
        assert part in text
    assert "# cxmap: ignore[crowded-stage] the reason" in text


def test_a_page_of_what_reading_finds_is_there_too(cxmap) -> None:
    page = json.loads(cxmap("explain", "unknown-key", "--format", "json").stdout)["rules"][0]
    assert page["profile"] is None
    assert page["bad"] and page["good"] and page["why"]


def test_without_a_rule_all_are_explained(cxmap) -> None:
    listed = json.loads(cxmap("rules", "--format", "json").stdout)["rules"]
    pages = json.loads(cxmap("explain", "--format", "json").stdout)["rules"]
    assert [page["name"] for page in pages] == [rule["name"] for rule in listed]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_kind_of_change_has_a_page_like_a_rule(cxmap, form: str) -> None:
    done = cxmap("explain", "timeline-tightened", "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("gain", "Customers wait less.", "within: 5 days", "within: 2 business days"):
        assert part in done.stdout


def test_a_misspelt_kind_of_change_is_answered_with_what_was_meant(cxmap) -> None:
    done = cxmap("explain", "timeline-tightend")
    assert done.returncode == 2
    assert "did you mean `timeline-tightened`?" in done.stderr
