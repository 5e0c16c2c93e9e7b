"""`cxmap diff` as people run it: on the payroll example, and in real git repositories."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cxmap.schema.changes import changes_schema

PAYROLL = Path(__file__).parent.parent.parent / "examples" / "payroll"
DAY = ("--today", "2026-10-15")
SETTINGS = "cxmap: 1\n"
LIBRARY = "teams: [{id: sales, name: Sales}, {id: support, name: Support}]\n"


def a_map(*touchpoints: str, identity: str = "joining", top: str = "") -> str:
    rows = "".join(f"      - {{{touchpoint}}}\n" for touchpoint in touchpoints)
    stage = f"  - id: sign\n    name: I sign up\n    touchpoints:\n{rows}"
    return f"journey: {identity}\n{top}stages:\n{stage}"


LETTER = "id: letter, what: Welcome letter, who: sales"
CALL = (
    "id: call, what: Kick-off call, how: phone, who: sales, when: {after: signing, within: 5 days}"
)
SOONER = CALL.replace("5 days", "2 business days")


@pytest.fixture
def diff(cxmap, repository):
    def run(*arguments: str, **options):
        options = {"cwd": repository.folder} | options
        return cxmap("diff", *DAY, *arguments, **options)

    return run


def kinds(done) -> list[tuple[str, str]]:
    return [(c["kind"], c["item"]) for c in json.loads(done.stdout)["changes"]]


@pytest.mark.parametrize("journey", ["onboarding", "billing", "getting-help"])
@pytest.mark.parametrize("form", ["text", "brief", "markdown", "github", "json"])
def test_today_against_the_target_reads_as_it_should(cxmap, golden, form, journey) -> None:
    done = cxmap("diff", journey, *DAY, "--format", form, cwd=PAYROLL)
    assert done.returncode == 0
    name = {"markdown": "md", "json": "json"}.get(form, f"{form}.txt")
    golden(f"golden/diff/{journey}.{name}", done.stdout)


def test_the_json_is_what_its_schema_says(cxmap) -> None:
    found = json.loads(cxmap("diff", PAYROLL, *DAY, "--format", "json").stdout)
    Draft202012Validator(changes_schema()).validate(found)
    assert {item["item"].partition("@")[0] for item in found["maps"]} == {
        *("onboarding", "billing", "getting-help")
    }


def test_a_revision_is_compared_with_the_files_as_they_are(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "library.yaml": LIBRARY, "a.yaml": a_map(CALL)})
    assert diff("HEAD").stdout == ""
    repository.write({"a.yaml": a_map(SOONER)})
    done = diff("HEAD")
    assert "gain  due within 2 business days after signing, was within 5 days after" in done.stdout
    commit = repository.git("rev-parse", "--short=7", "HEAD")
    assert (
        done.stderr == f"1 gain from HEAD ({commit}) to now, in 3 files: 1 journey, 1 touchpoint.\n"
    )


@pytest.mark.parametrize("revisions", ["v1..v2", "v1..", "v1...v2", "v1...", "v1", "main~1..main"])
def test_a_range_of_revisions_has_two_ends(diff, repository, revisions: str) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.git("tag", "v1")
    repository.commit({"a.yaml": a_map(SOONER)})
    repository.git("tag", "v2")
    found = kinds(diff(revisions, "--format", "json"))
    assert found == [("timeline-tightened", "joining@current/call")]


def test_two_dots_compare_the_ends_and_three_where_they_parted(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit({"a.yaml": a_map(SOONER)})
    repository.git("checkout", "-q", "main")
    repository.commit({"b.yaml": a_map(LETTER, identity="paying")})
    tightened = ("timeline-tightened", "joining@current/call")
    assert kinds(diff("main...topic", "--format", "json")) == [tightened]
    both = kinds(diff("main..topic", "--format", "json"))
    assert both == [("journey-removed", "paying@current"), tightened]


def test_what_is_staged_is_compared_with_the_last_commit(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.write({"a.yaml": a_map(SOONER)})
    repository.git("add", "-A")
    repository.write({"a.yaml": a_map(LETTER)})
    found = kinds(diff("--staged", "--format", "json"))
    assert found == [("timeline-tightened", "joining@current/call")]


def test_a_subfolder_moved_files_and_split_files_are_no_change(diff, repository) -> None:
    first = {"maps/cxmap.yaml": SETTINGS, "maps/all.yaml": a_map(CALL) + LIBRARY}
    repository.commit(first)
    repository.commit(
        {
            "maps/all.yaml": None,
            "maps/joining/map.yaml": "# Moved\n" + a_map(CALL),
            "maps/teams.yaml": LIBRARY,
            "beside.yaml": a_map(LETTER, identity="beside"),
        }
    )
    done = diff("HEAD~1", cwd=repository.folder / "maps")
    assert done.stdout == ""
    assert done.stderr.startswith("nothing changes from HEAD~1")


def test_a_merge_is_compared_with_either_parent(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit({"a.yaml": a_map(SOONER)})
    repository.git("checkout", "-q", "main")
    repository.commit({"b.yaml": a_map(LETTER, identity="paying")})
    repository.git("merge", "-q", "topic", "-m", "Merge")
    assert kinds(diff("HEAD^1..HEAD", "--format", "json"))[0][0] == "timeline-tightened"
    assert kinds(diff("HEAD^2..HEAD", "--format", "json")) == [("journey-added", "paying@current")]


def test_only_some_journeys_or_files_are_compared_where_they_are_named(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.commit({"a.yaml": a_map(SOONER), "b.yaml": a_map(LETTER, identity="paying")})
    by_journey = kinds(diff("HEAD~1", "joining", "--format", "json"))
    assert by_journey == [("timeline-tightened", "joining@current/call")]
    assert kinds(diff("HEAD~1", "a.yaml", "--format", "json")) == by_journey
    assert kinds(diff("HEAD~1", "b.yaml", "--format", "json")) == [
        ("journey-added", "paying@current")
    ]


def test_two_files_and_two_folders_are_compared(diff, repository) -> None:
    repository.write({"old/a.yaml": a_map(CALL), "new/b.yaml": a_map(SOONER)})
    tightened = [("timeline-tightened", "joining@current/call")]
    assert kinds(diff("old/a.yaml", "new/b.yaml", "--format", "json")) == tightened
    assert kinds(diff("old", "new", "--format", "json")) == tightened


def test_two_files_are_versions_of_one_map_whatever_they_are_called(diff, repository) -> None:
    repository.write({"old.yaml": a_map(CALL), "new.yaml": a_map(SOONER, identity="onboarding")})
    found = kinds(diff("old.yaml", "new.yaml", "--format", "json"))
    assert found == [
        ("journey-renamed", "onboarding@current"),
        ("timeline-tightened", "onboarding@current/call"),
    ]


def test_what_is_gone_is_placed_in_the_folder_it_was_in(diff, repository) -> None:
    repository.write({"old/map.yaml": a_map(LETTER, CALL), "new/map.yaml": a_map(LETTER)})
    done = diff("old/map.yaml", "new/map.yaml", "--format", "brief")
    assert done.stdout.startswith("old/map.yaml:7:14: loss touchpoint-removed Kick-off call")


def test_github_is_told_paths_from_the_top_of_the_checkout(diff, repository) -> None:
    repository.commit({"maps/a.yaml": a_map(LETTER, CALL), "maps/cxmap.yaml": SETTINGS})
    repository.write({"maps/a.yaml": a_map(LETTER)})
    for here, path in ((repository.folder / "maps", "HEAD"), (repository.folder, "maps")):
        host = {"GITHUB_WORKSPACE": str(repository.folder)}
        done = diff(
            "HEAD", *([path] if path == "maps" else []), "--format", "github", cwd=here, env=host
        )
        assert done.stdout.startswith("::error file=maps/a.yaml,line=")


def test_what_is_a_journey_and_a_revision_has_to_be_written_out(diff, repository) -> None:
    target = a_map(SOONER, identity="main", top="state: target\n")
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL, identity="main")})
    repository.write({"b.yaml": target})
    done = diff("main")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "cxmap: `main` is both a journey and a revision; write `journey:main` or `rev:main`\n"
    )
    assert kinds(diff("journey:main", "--format", "json")) == [
        ("timeline-tightened", "main@target/call")
    ]
    assert kinds(diff("rev:main", "--format", "json")) == [("target-added", "main@target")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["joinng"], "there is no file, journey or revision `joinng`, did you mean `joining`?"),
        (["mian"], "there is no revision `mian`, did you mean `main`?"),
        (["HEAD~9"], "there is no revision `HEAD~9`"),
        (["a.yml"], "there is no file, journey or revision `a.yml`"),
        (["v1", "v2"], "name two revisions as `v1..v2`"),
        (["HEAD..main", "--staged"], "`--staged` goes with one revision, not with a range"),
        (["--", "--output=x"], "there is no file, journey or revision `--output=x`"),
        (["joining"], '"joining" has no target map to compare with'),
        ([], "no journey has a current and a target map to compare; name a revision"),
        (["--fail-on", "los"], "--fail-on `los` is unknown, did you mean `loss`?"),
        (["HEAD", "--format", "jsn"], "there is no format `jsn`, did you mean `json`?"),
        (["x" * 5000], "there is no file, journey or revision `xx"),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_line(diff, repository, arguments, said) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.git("tag", "v1")
    repository.git("tag", "v2")
    done = diff(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"cxmap: {said}")
    assert done.stderr.count("\n") == 1


def test_a_shallow_clone_is_told_how_to_deepen(cxmap, repository, tmp_path: Path) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.commit({"a.yaml": a_map(SOONER)})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(clone))
    done = cxmap("diff", "HEAD~1", cwd=clone)
    assert done.returncode == 2
    assert "in this shallow clone; run `git fetch --unshallow` and try again" in done.stderr


def test_the_exit_code_says_whether_anything_weighs_that_much(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(SOONER)})
    repository.write({"a.yaml": a_map(CALL)})
    codes = {level: diff("HEAD", "--fail-on", level).returncode for level in ("never", "loss")}
    assert codes == {"never": 0, "loss": 1}
    repository.write({"a.yaml": a_map(SOONER.replace("Kick-off", "First"))})
    assert diff("HEAD", "--fail-on", "risk").returncode == 0
    assert diff("HEAD", "--fail-on", "any").returncode == 1
    assert diff("HEAD", "--fail-on", "any", "--ignore-wording").returncode == 0


def test_a_level_hides_what_is_milder_and_counts_it_all_the_same(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL, LETTER)})
    repository.write({"a.yaml": a_map(SOONER)})
    done = diff("HEAD", "--level", "loss")
    assert "Welcome letter" in done.stdout
    assert "business days" not in done.stdout
    assert "1 removed, 1 changed, 0 unchanged" in done.stdout


def test_levels_are_the_workspaces_own(diff, repository) -> None:
    settings = "diff: {levels: {timeline-loosened: note}}\n"
    repository.commit({"cxmap.yaml": settings, "a.yaml": a_map(SOONER)})
    repository.write({"a.yaml": a_map(CALL)})
    assert diff("HEAD", "--fail-on", "risk").returncode == 0
    repository.write({"cxmap.yaml": "diff: {levels: {timline-loosened: note}}\n"})
    done = diff("HEAD")
    assert done.returncode == 2
    assert "did you mean `timeline-loosened`?" in done.stderr


def test_a_change_that_somebody_accepts_does_not_count(diff, repository) -> None:
    settings = "diff: {accepted: accepted.yaml}\n"
    repository.commit({"cxmap.yaml": settings, "a.yaml": a_map(SOONER)})
    repository.write({"a.yaml": a_map(CALL), "accepted.yaml": "accepted: []\n"})
    brief = diff("HEAD", "--format", "brief").stdout
    fingerprint = brief.rpartition("[")[2].partition("]")[0]
    entry = f"{{fingerprint: {fingerprint}, who: Dana, why: Agreed until spring}}"
    repository.write({"accepted.yaml": f"accepted: [{entry}]\n"})
    done = diff("HEAD", "--fail-on", "loss")
    assert done.returncode == 0
    assert "accepted by Dana: Agreed until spring" in done.stdout
    assert "1 accepted" in done.stderr
    late = entry.replace("}", ", until: 2026-10-14}")
    repository.write({"accepted.yaml": f"accepted: [{late}]\n"})
    assert diff("HEAD", "--fail-on", "loss").returncode == 1


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("accepted.yaml", "accepted: [{who: x}]\n", "accepted.yaml:1:13: an accepted change needs"),
        ("accepted.yaml", "- a\n", "accepted.yaml, the file of accepted changes, begins with"),
        ("accepted.yaml", "a: [\n", "accepted.yaml:2:1: `[` is not closed"),
        ("gone.yaml", "", "gone.yaml, the file of accepted changes: there is no such file"),
        ("../out.yaml", "", "cxmap.yaml: `diff: accepted` leads out of the workspace"),
    ],
)
def test_a_file_of_accepted_changes_is_sound_or_refused(diff, repository, path, text, said) -> None:
    files = {"cxmap.yaml": f"diff: {{accepted: {path}}}\n", "a.yaml": a_map(CALL)}
    repository.commit(files | {"accepted.yaml": text})
    done = diff("HEAD")
    assert done.returncode == 2
    assert said in done.stderr


def test_another_id_is_told_as_one_change_unless_renames_are_off(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL, LETTER)})
    repository.write({"a.yaml": a_map(CALL.replace("id: call", "id: first-call"), LETTER)})
    item = "joining@current/first-call"
    assert kinds(diff("HEAD", "--format", "json")) == [("touchpoint-renamed", item)]
    found = kinds(diff("HEAD", "--no-renames", "--format", "json"))
    assert found == [
        ("touchpoint-removed", "joining@current/call"),
        ("touchpoint-added", item),
    ]


def test_what_cannot_be_read_is_not_told_as_gone(diff, repository) -> None:
    files = {"a.yaml": a_map(CALL, LETTER), "b.yaml": a_map(LETTER, identity="paying")}
    repository.commit({"cxmap.yaml": SETTINGS, **files})
    broken = a_map(CALL, LETTER.replace("who: sales", "who: [sales, support]"))
    repository.write({"a.yaml": broken, "b.yaml": "journey: paying\nstages: {{\n"})
    done = diff("HEAD")
    assert done.stdout == ""
    assert "2 files could not be read in full" in done.stderr
    assert "a.yaml, b.yaml" in done.stderr


def test_a_revision_without_maps_has_everything_new(diff, repository) -> None:
    repository.commit({"readme.txt": "Hello"})
    repository.write({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    assert kinds(diff("HEAD", "--format", "json")) == [("journey-added", "joining@current")]


def test_nothing_to_read_on_either_side_is_no_silent_green(diff, repository) -> None:
    repository.commit({"readme.txt": "Hello"})
    done = diff("HEAD")
    assert done.returncode == 2
    assert done.stderr.startswith("cxmap: nothing to read")


def test_a_folder_of_workspaces_is_told_which_there_are(diff, repository) -> None:
    repository.commit({"maps/a.yaml": a_map(LETTER), "maps/cxmap.yaml": SETTINGS})
    assert "it holds 1 workspace, name one: maps" in diff("HEAD").stderr


def test_a_long_comparison_fits_into_a_comment(diff, repository) -> None:
    calls = [f"id: c{n}, what: {'Call about this ' * 6}{n}, who: sales" for n in range(900)]
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(LETTER)})
    repository.write({"a.yaml": a_map(LETTER, *calls)})
    comment = diff("HEAD", "--format", "markdown").stdout
    assert len(comment) < 60_000
    assert comment.startswith("<!-- cxmap:diff joining -->\n")
    assert comment.endswith("_The rest does not fit into a comment: `cxmap diff` shows it all._\n")


def test_one_change_alone_is_not_all_of_them(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.write({"a.yaml": a_map(SOONER)})
    comment = diff("HEAD", "--format", "markdown").stdout
    assert "<summary>joining: 1 change, and who delivers it</summary>" in comment


def test_results_go_to_files_too(diff, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.yaml": a_map(CALL)})
    repository.write({"a.yaml": a_map(SOONER)})
    done = diff("HEAD", "-o", "markdown=comment.md", "-o", "json=changes.json")
    assert done.returncode == 0
    assert (repository.folder / "comment.md").read_text(encoding="utf-8").startswith("<!-- cxmap:")
    assert json.loads((repository.folder / "changes.json").read_text(encoding="utf-8"))["changes"]
