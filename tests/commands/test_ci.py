"""`cxmap ci` in the environments of several hosts."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

GAPS = (
    "journey: onboarding\nstages:\n  - name: I sign up\n    touchpoints:\n"
    "      - {what: Call, how: phone}\n      - {what: Letter, emotion: 9}\n"
)
NOWHERE = {"GITHUB_ACTIONS": "", "GITHUB_STEP_SUMMARY": "", "GITLAB_CI": ""}
NOWHERE |= {"GITHUB_BASE_REF": "", "CI_MERGE_REQUEST_DIFF_BASE_SHA": ""}
MARKER = "<!-- cxmap:findings -->"

Check = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def check(cxmap, tmp_path: Path) -> Check:
    """Run `cxmap ci` on a map with an error and gaps, away from whatever host tests run on."""
    (tmp_path / "a.yaml").write_text(GAPS)

    def run(*arguments: str, **host: str) -> "CompletedProcess[str]":
        return cxmap("ci", *arguments, "--today", "2026-10-15", env=NOWHERE | host)

    return run


def test_errors_and_gaps_come_in_one_run_one_line_each(check: Check) -> None:
    done = check()
    assert done.returncode == 1
    assert "a.yaml:6:33: error bad-value" in done.stdout
    assert 'nobody owns "Call"' in done.stdout
    assert done.stderr.startswith("1 error, ")


def test_github_gets_annotations_and_nothing_else_on_stdout(check: Check) -> None:
    lines = check(GITHUB_ACTIONS="true").stdout.splitlines()
    assert any(line.startswith("::error file=a.yaml,line=6,") for line in lines)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_the_summary_is_added_to_what_the_step_has_written(check: Check, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Earlier\n")
    check(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text(encoding="utf-8").startswith(
        f"# Earlier\n{MARKER}\n### cxmap: 1 error"
    )


def test_a_summary_that_cannot_be_written_is_2(check: Check, tmp_path: Path) -> None:
    done = check(GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "summary.md"))
    assert done.returncode == 2
    assert "the file for the step's summary, cannot be written" in done.stderr


def test_the_comment_carries_the_marker_by_which_it_is_found_again(
    check: Check, tmp_path: Path
) -> None:
    check("--comment", "comment.md")
    assert (tmp_path / "comment.md").read_text(encoding="utf-8").startswith(MARKER + "\n")


def test_gitlab_gets_lines_in_the_log_and_the_report_it_asks_for(
    check: Check, tmp_path: Path
) -> None:
    done = check("-o", "gitlab=quality.json", GITLAB_CI="true")
    issues = json.loads((tmp_path / "quality.json").read_text(encoding="utf-8"))
    assert len(issues) == len(done.stdout.splitlines())


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("error", 1), ("eror", 2)])
def test_the_threshold_of_the_command_line_decides(check: Check, fail_on: str, code: int) -> None:
    assert check("--fail-on", fail_on).returncode == code


def test_the_threshold_of_the_settings_holds_without_one(check: Check, tmp_path: Path) -> None:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\nlint: {fail_on: never}\n")
    assert check().returncode == 0


def test_text_of_a_map_starts_no_command_of_a_host(check: Check, tmp_path: Path) -> None:
    what = r"Call\n::set-env name=A::b\n##vso[task.setvariable variable=A]b"
    (tmp_path / "a.yaml").write_text(GAPS.replace("what: Call", f'what: "{what}"'))
    for host in ("", "true"):
        lines = check(GITHUB_ACTIONS=host).stdout.splitlines()
        assert any("set-env" in line for line in lines)
        assert not any(line.startswith(("::set-env", "##")) for line in lines)
    assert "##vso[" not in check().stdout  # Azure Pipelines looks for it anywhere in a line


def test_auto_counts_only_what_a_pull_request_adds_to_its_base(cxmap, repository) -> None:
    start = repository.commit({"a.yaml": GAPS})
    repository.git("update-ref", "refs/remotes/origin/main", start)
    repository.commit({"a.yaml": GAPS + "      - {what: Visit, emotion: 7}\n"})
    for host in ({"GITHUB_BASE_REF": "main"}, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": start}, {}):
        done = cxmap("ci", "--against", "auto", env=NOWHERE | host, cwd=repository.folder)
        assert "`emotion: 7`" in done.stdout
        assert ("`emotion: 9`" in done.stdout) == (not host)
