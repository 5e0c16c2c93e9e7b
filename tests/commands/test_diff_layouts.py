"""Every form of naming two versions, in every layout that a git repository may have."""

from pathlib import Path

import pytest

from .test_diff import CALL, DAY, LETTER, SETTINGS, SOONER, a_map, kinds

TIGHTENED = [("timeline-tightened", "joining@current/call")]
FIRST = {"cxmap.yaml": SETTINGS, "maps/Ablauf für Kunden.yaml": a_map(CALL)}
SECOND = {"maps/Ablauf für Kunden.yaml": a_map(SOONER)}
FORMS = {
    "a revision": ("HEAD~1",),
    "two ends": ("HEAD~1..HEAD",),
    "one end": ("HEAD~1..",),
    "where it parted": ("HEAD~1...HEAD",),
    "a tag": ("first",),
    "a commit's parent": ("HEAD^..HEAD",),
    "what is staged since": ("first", "--staged"),
}


def under(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {f"{folder}{name}": text for name, text in files.items()}


def plain(repository, _other: Path, folder: str = "") -> Path:
    repository.commit(under(folder, FIRST))
    repository.git("tag", "first")
    repository.commit(under(folder, SECOND))
    return repository.folder / folder


def subfolder(repository, other: Path) -> Path:
    repository.commit({"elsewhere.yaml": a_map(LETTER, identity="elsewhere")})
    return plain(repository, other, "experience/of customers/")


def non_ascii(repository, other: Path) -> Path:
    return plain(repository, other, "地図/kärten/")


def from_inside(repository, other: Path) -> Path:
    return plain(repository, other) / "maps"


def packed(repository, other: Path) -> Path:
    root = plain(repository, other)
    repository.git("gc", "-q")
    repository.git("pack-refs", "--all")
    return root


def detached(repository, other: Path) -> Path:
    root = plain(repository, other)
    repository.git("checkout", "-q", "--detach")
    return root


def worktree(repository, other: Path) -> Path:
    plain(repository, other)
    repository.git("worktree", "add", "-q", "-b", "second", str(other))
    repository.write({"maps/Ablauf für Kunden.yaml": a_map(LETTER)})  # the first one moves on
    return other


def with_submodule(repository, other: Path) -> Path:
    """Maps of a submodule belong to another repository, and to another company's experience."""
    inner = type(repository)(other)
    inner.commit({"theirs.yaml": a_map(LETTER, identity="theirs")})
    repository.git("submodule", "add", "-q", str(other), "maps/theirs")
    return plain(repository, other)


def clone(repository, other: Path) -> Path:
    plain(repository, other)
    repository.git("clone", "-q", str(repository.folder), str(other))
    return other


def deep_enough(repository, other: Path) -> Path:
    """A shallow clone that has all that is asked for."""
    plain(repository, other)
    source = f"file://{repository.folder}"
    repository.git("clone", "-q", "--depth=2", "--branch=main", source, str(other))
    repository.git("-C", str(other), "tag", "-f", "first", "HEAD~1")
    return other


LAYOUTS = [
    plain,
    subfolder,
    non_ascii,
    from_inside,
    packed,
    detached,
    worktree,
    with_submodule,
    clone,
    deep_enough,
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_form_finds_the_one_change_in_every_layout(
    cxmap, repository, tmp_path: Path, layout
) -> None:
    root = layout(repository, tmp_path / "other")
    found = {}
    for name, arguments in FORMS.items():
        done = cxmap("diff", *DAY, *arguments, "--format", "json", cwd=root)
        assert done.returncode == 0, done.stderr
        found[name] = [k for k in kinds(done) if k[1].startswith("joining")]
    assert found == dict.fromkeys(FORMS, TIGHTENED)


def test_a_submodule_is_no_part_of_a_workspace(cxmap, repository, tmp_path: Path) -> None:
    root = with_submodule(repository, tmp_path / "other")
    for form in FORMS.values():
        done = cxmap("diff", *DAY, *form, "--format", "json", cwd=root)
        assert kinds(done) == TIGHTENED


def test_a_renamed_file_and_a_new_folder_are_no_change(cxmap, repository) -> None:
    repository.commit(FIRST)
    repository.git("mv", "maps/Ablauf für Kunden.yaml", "verlauf.yaml")
    repository.git("commit", "-q", "-m", "Rename")
    done = cxmap("diff", *DAY, "HEAD~1..HEAD", cwd=repository.folder)
    assert (done.stdout, done.stderr.partition(" from")[0]) == ("", "nothing changes")


def test_a_merge_that_both_sides_went_into_is_compared_with_where_they_parted(
    cxmap, repository
) -> None:
    repository.commit(FIRST)
    repository.git("tag", "base")
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit({"b.yaml": a_map(LETTER, identity="paying")})
    repository.git("checkout", "-q", "main")
    repository.commit(SECOND)
    repository.git("merge", "-q", "topic", "-m", "Merge")
    found = kinds(cxmap("diff", *DAY, "base..", "--format", "json", cwd=repository.folder))
    assert sorted(found) == [("journey-added", "paying@current"), *TIGHTENED]
    since = cxmap("diff", *DAY, "main~1...topic", "--format", "json", cwd=repository.folder)
    assert kinds(since) == [("journey-added", "paying@current")]


@pytest.mark.parametrize("form", ["HEAD~5", "HEAD~1..HEAD", "origin/main...", "v9"])
def test_a_shallow_clone_says_in_one_line_what_to_fetch(
    cxmap, repository, tmp_path: Path, form: str
) -> None:
    repository.commit(FIRST)
    repository.commit(SECOND)
    target = tmp_path / "shallow"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(target))
    done = cxmap("diff", *DAY, form, cwd=target)
    if form == "origin/main...":  # it is here, and nothing came since
        assert (done.returncode, done.stdout) == (0, "")
        return
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1 and "git fetch" in done.stderr


def test_the_work_tree_and_the_index_are_left_as_they_are(cxmap, repository) -> None:
    repository.commit(FIRST)
    repository.commit(SECOND)
    repository.write({"maps/Ablauf für Kunden.yaml": a_map(LETTER)})
    before = repository.git("status", "--porcelain"), repository.git("stash", "create")
    for form in ("HEAD~1", "HEAD~1..HEAD"):
        cxmap("diff", *DAY, form, cwd=repository.folder)
    after = repository.git("status", "--porcelain"), repository.git("stash", "create")
    assert before[0] == after[0]
    assert repository.git("rev-parse", f"{before[1]}^{{tree}}") == repository.git(
        "rev-parse", f"{after[1]}^{{tree}}"
    )


def test_a_folder_in_no_repository_says_so(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(a_map(CALL), encoding="utf-8")
    done = cxmap("diff", *DAY, "HEAD~1", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_the_page_of_a_revision_says_which_commits_it_compares(cxmap, repository) -> None:
    repository.commit(FIRST)
    repository.commit(SECOND)
    short = repository.git("rev-parse", "--short=7", "HEAD~1")
    done = cxmap("diff", *DAY, "HEAD~1", "--format", "html", cwd=repository.folder)
    assert f"HEAD~1 ({short})" in done.stdout
