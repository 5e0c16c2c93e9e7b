"""A workspace as a git revision has it, out of real repositories."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from cxmap.errors import CxmapError
from cxmap.loading.discover import Place, locate
from cxmap.loading.revision import load_revision, load_staged
from cxmap.loading.workspace import load

MAP = """journey: {0}
title: {1}
stages:
  - name: I sign up
    touchpoints: [{{what: Welcome letter, who: marketing}}]
"""


def a_map(identity: str = "joining", title: str = "Joining") -> str:
    return MAP.format(identity, title)


def titles(loaded) -> dict[str, str | None]:
    return {journey.at("journey").path: journey.title for journey in loaded.workspace.journeys}


def place_of(folder: Path) -> Place:
    return locate([folder])


def test_a_revision_is_read_as_it_was_and_the_work_tree_stays_as_it_is(repository) -> None:
    first = repository.commit({"cxmap.yaml": "cxmap: 1\n", "joining.yaml": a_map(title="Before")})
    repository.commit({"joining.yaml": a_map(title="After")})
    repository.write({"joining.yaml": a_map(title="Unsaved")})
    loaded = load_revision(place_of(repository.folder), first)
    assert titles(loaded) == {"joining.yaml": "Before"}
    assert repository.git("status", "--porcelain") == "M joining.yaml"


@pytest.mark.parametrize("revision", ["HEAD", "main", "HEAD~0", "v1", "@", "heads/main"])
def test_a_revision_may_be_a_branch_a_tag_or_a_way_back(repository, revision: str) -> None:
    repository.commit({"joining.yaml": a_map()})
    repository.git("tag", "-a", "v1", "-m", "First")
    assert titles(load_revision(place_of(repository.folder), revision)) == {
        "joining.yaml": "Joining"
    }


def test_a_workspace_in_a_subfolder_is_read_without_what_is_beside_it(repository) -> None:
    repository.commit({"maps/cxmap.yaml": "cxmap: 1\n", "maps/a/joining.yaml": a_map()})
    repository.commit({"other.yaml": a_map("other"), "maps/a/joining.yaml": None})
    loaded = load_revision(place_of(repository.folder / "maps"), "HEAD~1")
    assert titles(loaded) == {"a/joining.yaml": "Joining"}
    assert loaded.has_settings


def test_names_in_any_script_and_with_odd_characters_are_found(repository) -> None:
    odd = {"Büro Süd/旅 'x' $(id).yaml": a_map("a"), "Büro Süd/-rf :(top)*.yaml": a_map("b")}
    repository.commit({"Büro Süd/cxmap.yaml": "cxmap: 1\n"} | odd)
    loaded = load_revision(place_of(repository.folder / "Büro Süd"), "HEAD")
    assert sorted(titles(loaded)) == sorted(path.partition("/")[2] for path in odd)


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_name_that_is_no_utf8_is_found(repository) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    repository.commit({name: a_map()})
    assert list(titles(load_revision(place_of(repository.folder), "HEAD"))) == [name]


def test_hidden_excluded_and_ignored_files_are_left_out_as_on_disk(repository) -> None:
    repository.commit(
        {
            "cxmap.yaml": 'cxmap: 1\nexclude: ["old/**"]\n',
            "joining.yaml": a_map(),
            "old/a.yaml": a_map("a"),
            ".hidden/b.yaml": a_map("b"),
            "c.yaml": a_map("c"),
        }
    )
    repository.write({".gitignore": "c.yaml\n"})
    place = place_of(repository.folder)
    assert titles(load_revision(place, "HEAD")) == titles(load(repository.folder))


def test_lone_files_are_read_alone(repository) -> None:
    repository.commit({"a.yaml": a_map("a"), "b.yaml": a_map("b"), "c.yaml": a_map("c")})
    place = locate([repository.folder / "a.yaml", repository.folder / "b.yaml"])
    assert list(titles(load_revision(place, "HEAD"))) == ["a.yaml", "b.yaml"]


def test_a_file_that_the_revision_lacks_is_no_problem(repository) -> None:
    repository.commit({"a.yaml": a_map("a")})
    repository.commit({"b.yaml": a_map("b")})
    loaded = load_revision(locate([repository.folder / "b.yaml"]), "HEAD~1")
    assert not loaded.findings
    assert not loaded.workspace.journeys


def test_a_revision_without_the_workspace_is_empty(repository) -> None:
    repository.commit({"readme.txt": "Hello"})
    repository.commit({"maps/cxmap.yaml": "cxmap: 1\n", "maps/joining.yaml": a_map()})
    loaded = load_revision(place_of(repository.folder / "maps"), "HEAD~1")
    assert (loaded.files, loaded.findings) == (0, ())


def test_where_the_folder_was_a_file_the_workspace_is_empty(repository) -> None:
    repository.commit({"maps": "a file"})
    repository.commit({"maps": None})
    repository.commit({"maps/joining.yaml": a_map()})
    assert not load_revision(place_of(repository.folder / "maps"), "HEAD~2").files


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_are_followed_inside_the_workspace_only(repository) -> None:
    maps = repository.folder / "maps"
    repository.write({"maps/cxmap.yaml": "cxmap: 1\n", "maps/real/a.yaml": a_map()})
    repository.write({"secret.yaml": a_map("secret")})
    (maps / "real.yaml").symlink_to("real")
    (maps / "inside.yaml").symlink_to("real/a.yaml")
    (maps / "outside.yaml").symlink_to("../secret.yaml")
    (maps / "nowhere.yaml").symlink_to("gone.yaml")
    (maps / "round.yaml").symlink_to("round.yaml")
    repository.commit({})
    there, here = load_revision(place_of(maps), "HEAD"), load(maps)
    assert titles(there) == titles(here)
    assert "secret" not in there.workspace.journey_ids
    said = [(finding.span, finding.message) for finding in there.findings]
    assert said == [(finding.span, finding.message) for finding in here.findings]
    assert [span.path for span, _ in said if not span.line] == [
        "nowhere.yaml",
        "outside.yaml",
        "round.yaml",
    ]


def test_submodules_are_left_out(repository, tmp_path: Path) -> None:
    inner = type(repository)(tmp_path / "inner")
    inner.commit({"inner.yaml": a_map("inner")})
    repository.commit({"joining.yaml": a_map()})
    repository.git("submodule", "add", "-q", str(inner.folder), "vendor")
    repository.commit({})
    loaded = load_revision(place_of(repository.folder), "HEAD")
    assert titles(loaded) == {"joining.yaml": "Joining"}


def test_another_work_tree_of_the_repository_can_be_compared(repository, tmp_path: Path) -> None:
    repository.commit({"joining.yaml": a_map(title="Before")})
    repository.git("worktree", "add", "-q", str(tmp_path / "beside"), "-b", "topic")
    repository.commit({"joining.yaml": a_map(title="After")})
    place = place_of(tmp_path / "beside")
    assert titles(load_revision(place, "topic")) == {"joining.yaml": "Before"}
    assert titles(load_revision(place, "main")) == {"joining.yaml": "After"}


def test_what_is_staged_is_read_from_the_index(repository) -> None:
    repository.commit({"joining.yaml": a_map(title="Committed")})
    repository.write({"joining.yaml": a_map(title="Staged")})
    repository.git("add", "-A")
    repository.write({"joining.yaml": a_map(title="Unsaved")})
    assert titles(load_staged(place_of(repository.folder))) == {"joining.yaml": "Staged"}


def test_inside_a_hook_the_index_of_the_commit_is_read(repository, monkeypatch) -> None:
    repository.commit({"maps/joining.yaml": a_map(title="Before")})
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    repository.write({"maps/joining.yaml": a_map(title="After")})
    repository.git("add", "maps")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    loaded = load_staged(place_of(repository.folder / "maps"))
    assert titles(loaded) == {"joining.yaml": "After"}


def test_an_unfinished_merge_cannot_be_compared(repository) -> None:
    repository.commit({"joining.yaml": a_map(title="Before")})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit({"joining.yaml": a_map(title="One")})
    repository.git("checkout", "-q", "main")
    repository.commit({"joining.yaml": a_map(title="Other")})
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "topic")
    with pytest.raises(CxmapError, match=r"joining\.yaml has conflicts; finish the merge"):
        load_staged(place_of(repository.folder))


def test_files_that_did_not_change_are_taken_over_with_what_was_found_in_them(repository) -> None:
    wrong = a_map("wrong") + "ownr: sales\n"
    repository.commit({"same.yaml": wrong, "joining.yaml": a_map(title="Before")})
    repository.write({"joining.yaml": a_map(title="After")})
    place = place_of(repository.folder)
    here = load(repository.folder)
    there = load_revision(place, "HEAD", before=here)
    assert there.outcomes["same.yaml"] is here.outcomes["same.yaml"]
    assert titles(there) == titles(load_revision(place, "HEAD"))
    assert there.findings == load_revision(place, "HEAD").findings
    assert [finding.rule for finding in there.findings] == ["unknown-key"]


def test_a_file_over_the_limit_is_found_and_not_read(repository) -> None:
    repository.commit({"large.yaml": "#" * 10_000_001, "joining.yaml": a_map()})
    place = replace(place_of(repository.folder), only=("large.yaml", "joining.yaml"))
    loaded = load_revision(place, "HEAD")
    assert [f.message for f in loaded.findings] == [
        "the file has 10 MB, more than the 10 MB that are read"
    ]
    assert titles(loaded) == {"joining.yaml": "Joining"}


def refusal(place: Place, revision: str) -> str:
    with pytest.raises(CxmapError) as refused:
        load_revision(place, revision)
    return str(refused.value)


@pytest.mark.usefixtures("repository")
def test_a_folder_in_no_repository_cannot_be_compared(tmp_path: Path) -> None:
    (tmp_path / "joining.yaml").write_text(a_map(), encoding="utf-8")
    said = refusal(place_of(tmp_path), "HEAD")
    assert said.endswith("is in no git repository, so there is nothing to compare with")


def test_an_unknown_revision_names_the_nearest(repository) -> None:
    repository.commit({"joining.yaml": a_map()})
    repository.git("branch", "summer")
    place = place_of(repository.folder)
    assert refusal(place, "sumer") == "there is no revision `sumer`, did you mean `summer`?"


@pytest.mark.parametrize(
    "revision", ["--output=stolen", "-h", "", "HEAD\n--all", "HEAD:joining.yaml", "$(touch stolen)"]
)
def test_a_revision_is_never_taken_for_an_option_or_a_command(repository, revision: str) -> None:
    repository.commit({"joining.yaml": a_map()})
    assert refusal(place_of(repository.folder), revision).startswith("there is no revision")
    assert not (repository.folder / "stolen").exists()


def test_a_name_of_a_branch_and_a_tag_has_to_be_written_out(repository) -> None:
    repository.commit({"joining.yaml": a_map()})
    repository.git("branch", "summer")
    repository.git("tag", "summer")
    said = refusal(place_of(repository.folder), "summer")
    assert said == (
        "revision `summer` could mean several commits; write `heads/summer` or `tags/summer`"
    )


@pytest.fixture
def shallow(repository, tmp_path: Path):
    repository.commit({"joining.yaml": a_map(title="Before")})
    repository.git("branch", "release/1")
    repository.commit({"joining.yaml": a_map(title="After")})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(clone))
    return type(repository)(clone)


@pytest.mark.parametrize("revision", ["HEAD~1", "origin/release/1"])
def test_a_shallow_clone_says_the_command_that_brings_the_revision(shallow, revision: str) -> None:
    place = place_of(shallow.folder)
    said = refusal(place, revision)
    command = said.partition("run `git ")[2].partition("`")[0]
    shallow.git(*command.split())
    assert titles(load_revision(place, revision)) == {"joining.yaml": "Before"}


def test_a_branch_that_was_not_fetched_says_the_command_that_brings_it(
    repository, tmp_path
) -> None:
    repository.commit({"joining.yaml": a_map(title="Before")})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--single-branch", str(repository.folder), str(clone))
    repository.git("branch", "topic")
    place = place_of(clone)
    command = refusal(place, "origin/topic").partition("run `git ")[2].partition("`")[0]
    type(repository)(clone).git(*command.split())
    assert titles(load_revision(place, "origin/topic")) == {"joining.yaml": "Before"}


def test_nothing_of_the_repository_gets_to_run(repository) -> None:
    spy = repository.folder / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {repository.folder}/ran\n", encoding="utf-8")
    spy.chmod(0o755)
    repository.commit({".gitattributes": "*.yaml diff=spy filter=spy\n", "joining.yaml": a_map()})
    for setting in ("diff.spy.textconv", "diff.external", "core.fsmonitor", "core.pager"):
        repository.git("config", setting, str(spy))
    for setting in ("filter.spy.smudge", "filter.spy.clean"):
        repository.git("config", setting, str(spy))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (repository.folder / ".git/hooks" / hook).symlink_to(spy)
    load_revision(place_of(repository.folder), "HEAD")
    load_staged(place_of(repository.folder))
    assert not (repository.folder / "ran").exists()
