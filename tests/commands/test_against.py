"""Only what is new since a git revision, out of real repositories."""

import json

import pytest

SETTINGS = "lint: {profile: standard, fail_on: warning}\n"
MAP = """journey: joining
stages:
  - id: sign
    name: I sign up
    touchpoints:
      - {{id: letter, what: Welcome letter, how: letter{letter}}}
      - {{id: call, what: Kick-off call, how: phone{call}}}
"""


def a_map(letter: str = "", call: str = "") -> str:
    return MAP.format(letter=letter, call=call)


def new(done) -> list[tuple[str, str]]:
    return [(f["rule"], f["item"]) for f in json.loads(done.stdout)["findings"]]


@pytest.fixture
def lint(cxmap, repository):
    def run(*arguments: str, **options):
        options = {"cwd": repository.folder} | options
        return cxmap("lint", "--format", "json", *arguments, **options)

    return run


def test_only_what_is_new_counts(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": a_map(call=", who: sales")})
    assert lint().returncode == 1
    done = lint("--against", "HEAD")
    assert (done.returncode, new(done)) == (0, [])
    repository.write({"joining.yaml": a_map(letter=", who: sales")})
    done = lint("--against", "HEAD")
    assert done.returncode == 1
    assert new(done) == [("touchpoint-without-owner", "joining@current/call")]


def test_moving_renaming_and_rewording_bring_nothing_new(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": a_map()})
    moved = a_map().replace("Welcome letter", "Greeting").replace("I sign up", "I join")
    repository.commit({"joining.yaml": None, "maps/join.yaml": "# moved\n" + moved})
    done = lint("--against", "HEAD~1")
    assert (done.returncode, new(done)) == (0, [])


def test_a_rule_that_is_turned_on_finds_nothing_new_in_old_maps(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": a_map()})
    repository.write({"cxmap.yaml": SETTINGS.replace("standard", "strict")})
    assert new(lint("--against", "HEAD")) == []


def test_what_hangs_on_the_date_is_not_new_where_nobody_touched_the_item(lint, repository) -> None:
    settings = "lint: {fail_on: info, limits: {stale_after: 6 months}}\n"
    dated = a_map().replace("stages:", "as_of: 2026-01-15\nstages:")
    repository.commit({"cxmap.yaml": settings, "joining.yaml": dated})
    repository.write({"other.yaml": a_map().replace("joining", "leaving")})
    for today in ("2026-02-01", "2026-10-15"):
        found = new(lint("--against", "HEAD", "--today", today))
        assert "stale-map" not in {rule for rule, _ in found}
    older = dated.replace("2026-01-15", "2025-01-15")
    repository.commit({"joining.yaml": dated.replace("2026-01-15", "2026-10-01")})
    repository.write({"joining.yaml": older})
    assert ("stale-map", "joining@current") in new(
        lint("--against", "HEAD", "--today", "2026-10-15")
    )


def test_an_error_in_the_settings_is_never_known(lint, repository) -> None:
    repository.commit({"cxmap.yaml": "lint: {ignore: [nothing]}\n", "joining.yaml": a_map()})
    done = lint("--against", "HEAD")
    assert done.returncode == 2
    assert [rule for rule, _ in new(done)] == ["bad-value"]


def test_a_gap_whose_remark_is_deleted_is_new(lint, repository) -> None:
    remark = "# cxmap: ignore-file[touchpoint-without-owner] later\n"
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": remark + a_map()})
    repository.write({"joining.yaml": a_map()})
    assert {rule for rule, _ in new(lint("--against", "HEAD"))} == {"touchpoint-without-owner"}


def test_dots_compare_with_where_the_history_parted(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": a_map()})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit({"note.txt": "Hello"})
    repository.git("checkout", "-q", "main")
    repository.commit({"joining.yaml": a_map(letter=", who: sales")})
    repository.git("checkout", "-q", "topic")
    assert new(lint("--against", "main")) == [
        ("touchpoint-without-owner", "joining@current/letter")
    ]
    assert new(lint("--against", "main...")) == []


def test_a_baseline_counts_beside_it(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "a.txt": ""})
    repository.write({"joining.yaml": a_map()})
    lint("--write-baseline")
    assert new(lint("--against", "HEAD")) == []
    assert new(lint("--against", "HEAD", "--no-baseline")) != []


def test_a_workspace_below_the_top_is_compared_with_itself(lint, repository) -> None:
    repository.commit({"maps/cxmap.yaml": SETTINGS, "maps/joining.yaml": a_map()})
    assert new(lint("maps", "--against", "HEAD")) == []
    assert new(lint("--against", "HEAD", cwd=repository.folder / "maps")) == []


def test_files_that_are_named_narrow_only_what_is_shown(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": a_map()})
    repository.write({"leaving.yaml": a_map().replace("joining", "leaving")})
    assert new(lint("joining.yaml", "--against", "HEAD")) == []
    assert {item for _, item in new(lint("leaving.yaml", "--against", "HEAD"))} >= {
        "leaving@current/letter"
    }


def test_hits_and_misses_of_the_cache_say_the_same(lint, repository) -> None:
    repository.commit({"cxmap.yaml": SETTINGS, "joining.yaml": a_map(call=", who: sales")})
    first = repository.git("rev-parse", "HEAD")
    repository.commit({"joining.yaml": a_map()})
    runs = [lint("--against", first, *more) for more in ((), (), ("--no-cache",))]
    assert len({run.stdout for run in runs}) == 1
    assert new(runs[0]) == [("touchpoint-without-owner", "joining@current/call")]
    assert new(lint("--against", "HEAD")) == []  # another revision, the same files


def test_a_revision_that_is_none_is_2(lint, repository) -> None:
    repository.commit({"joining.yaml": a_map()})
    done = lint("--against", "mian")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no revision `mian`, did you mean `main`?" in done.stderr


def test_without_git_there_is_nothing_to_compare_with(cxmap, tmp_path) -> None:
    (tmp_path / "joining.yaml").write_text(a_map())
    done = cxmap("lint", "--against", "HEAD")
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


def test_coverage_may_not_drop_where_the_settings_say_so(lint, repository) -> None:
    settings = "lint: {profile: starter, ratchet: true}\n"
    repository.commit({"cxmap.yaml": settings, "joining.yaml": a_map(call=", who: sales")})
    assert lint("--against", "HEAD").returncode == 0
    repository.write({"joining.yaml": a_map()})
    done = lint("--against", "HEAD")
    assert done.returncode == 1
    assert "`who` is answered by 0 of 2 (0%), and was by 1 of 2 (50%) in HEAD" in done.stderr
    assert lint("--against", "HEAD", "--fail-on", "never").returncode == 0
    repository.write({"cxmap.yaml": "lint: {profile: starter}\n"})
    assert lint("--against", "HEAD").returncode == 0
