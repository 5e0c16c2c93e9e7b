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


def test_github_finds_the_files_of_a_step_in_a_subfolder(check: Check, tmp_path: Path) -> None:
    stdout = check(GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(tmp_path.parent)).stdout
    assert f"file={tmp_path.name}/" in stdout.splitlines()[0]


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


FIRST = GAPS.replace(", emotion: 9", ", how: letter, emotion: 1")
LATER = FIRST.replace("how: phone", "how: phone, who: sales").replace("how: letter, ", "")


@pytest.fixture
def request_for(cxmap, repository):
    """Run `cxmap ci` for a pull request on a map that got an owner and lost a channel."""
    start = repository.commit({"a.yaml": FIRST, "cxmap.yaml": "cxmap: 1\n"})
    repository.git("update-ref", "refs/remotes/origin/main", start)
    repository.commit({"a.yaml": LATER})

    def run(*arguments: str, **host: str) -> "CompletedProcess[str]":
        host = NOWHERE | {"GITHUB_BASE_REF": "main"} | host
        words = ("ci", "--today", "2026-10-15", "--comment", "comment.md", *arguments)
        return cxmap(*words, env=host, cwd=repository.folder)

    return run


def test_a_pull_request_is_told_what_changes_for_customers(request_for, repository) -> None:
    done = request_for("--fail-on", "never", "--against", "auto")
    assert done.returncode == 0
    assert "1 loss, 1 gain from origin/main where it parted" in done.stderr
    comment = (repository.folder / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith(MARKER + "\n### cxmap: onboarding, `origin/main where it parted")
    assert "| Letter | **loss** no longer by letter |" in comment.replace("1.2 ", "")
    assert comment.index("no longer by letter") < comment.index("Read 2 files")


def test_it_is_told_too_where_all_gaps_count(request_for, repository) -> None:
    assert "1 loss, 1 gain" in request_for().stderr
    assert "no longer by letter" in (repository.folder / "comment.md").read_text("utf-8")


def test_the_summary_says_the_same_as_the_comment(request_for, repository, tmp_path) -> None:
    summary = tmp_path / "summary.md"
    request_for(GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text("utf-8") == (repository.folder / "comment.md").read_text("utf-8")


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("loss", 1), ("any", 1), ("los", 2)])
def test_a_change_can_make_the_build_fail(request_for, level: str, code: int) -> None:
    assert request_for("--fail-on", "never", "--fail-on-change", level).returncode == code


def test_a_base_that_is_not_in_the_clone_is_told_and_fails_nothing(request_for, repository) -> None:
    done = request_for("--fail-on", "never", GITHUB_BASE_REF="develop")
    assert done.returncode == 0
    assert "what changes is not told: " in done.stderr
    assert "_what changes is not told: " in (repository.folder / "comment.md").read_text("utf-8")
    asked = request_for("--against", "auto", GITHUB_BASE_REF="develop")
    assert asked.returncode == 2  # what is asked for by name has to be there


def test_a_build_for_no_pull_request_says_that_nothing_is_compared(request_for) -> None:
    done = request_for("--against", "auto", GITHUB_BASE_REF="")
    assert "this build is for no pull request, so there is nothing to compare with" in done.stderr


def test_a_large_change_and_many_gaps_fit_into_one_comment(request_for, repository) -> None:
    def big(more: str) -> str:
        rows = "".join(
            f"      - {{id: call-{n}, what: Call number {n}{more}}}\n" for n in range(900)
        )
        return f"journey: big\nstages:\n  - name: Calling\n    touchpoints:\n{rows}"

    start = repository.commit({"big.yaml": big(", who: sales, how: phone, when: within 2 days")})
    repository.git("update-ref", "refs/remotes/origin/main", start)
    repository.commit({"big.yaml": big("")})
    request_for("--fail-on", "never")
    comment = (repository.folder / "comment.md").read_text(encoding="utf-8")
    assert len(comment) <= 60_000
    assert "The rest does not fit" in comment and "do not fit into the" in comment
