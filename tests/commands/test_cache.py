"""What is remembered between runs changes the time a run takes, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

MAP = """journey: joining
as_of: 2026-01-15
stages:
  - name: I sign up
    touchpoints:
      - {what: Letter, who: sales, how: letter, when: soon}
      - {what: Call, how: fax}   # cxmap: ignore[touchpoint-without-owner] agreed until=2026-11-01
      - {what: Visit, who: slaes}
"""
LIBRARY = "teams: [{id: sales}, {id: care}]\n"
SETTINGS = "cxmap: 1\nlint: {profile: standard, limits: {stale_after: 6 months}}\n"
FORMS = ("full", "grouped", "json", "sarif", "markdown", "junit")


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "cxmap.yaml").write_text(SETTINGS)
    (folder / "joining.yaml").write_text(MAP)
    (folder / "library.yaml").write_text(LIBRARY)
    return folder


@pytest.fixture
def lint(cxmap: Run, maps: Path) -> Callable[..., tuple[int, str, str]]:
    """What a run comes to: its exit code and all that it prints."""

    def run(*arguments: str) -> tuple[int, str, str]:
        date = () if "--today" in arguments else ("--today", "2026-10-15")
        done = cxmap("lint", *arguments, *date, cwd=maps)
        return done.returncode, done.stdout, done.stderr

    return run


def kept(maps: Path) -> list[Path]:
    return sorted((maps.parent / "cache-of-cxmap").iterdir())


@pytest.mark.parametrize("form", FORMS)
def test_cold_warm_and_with_two_processes_the_bytes_are_the_same(lint, form: str) -> None:
    cold = lint("--format", form, "--no-cache", "--jobs", "1")
    assert cold[0] == 1
    assert lint("--format", form) == cold  # written
    assert lint("--format", form) == cold  # read
    assert lint("--format", form, "--jobs", "2") == cold
    assert lint("--format", form, "--no-cache", "--jobs", "2") == cold


def test_what_was_kept_is_what_is_shown(lint, maps: Path) -> None:
    before = lint("--format", "json")
    ages = [file.stat().st_mtime_ns for file in kept(maps)]
    assert len(ages) == 2  # what was found, and what was said of it
    assert lint("--format", "json") == before
    assert [file.stat().st_mtime_ns for file in kept(maps)] == ages


CHANGES: dict[str, Callable[[Path], object]] = {
    "an owner is found": lambda maps: (maps / "joining.yaml").write_text(
        MAP.replace("slaes", "sales")
    ),
    "the remark is gone": lambda maps: (maps / "joining.yaml").write_text(
        MAP.replace("ignore", "")
    ),
    "only a space more": lambda maps: (maps / "joining.yaml").write_text("\n" + MAP),
    "a team is gone": lambda maps: (maps / "library.yaml").write_text("teams: [{id: sales}]\n"),
    "a file has another name": lambda maps: (maps / "joining.yaml").rename(maps / "join.yaml"),
    "a file is new": lambda maps: (maps / "new.yaml").write_text("journey: leaving\n"),
    "a file is left out by git": lambda maps: [
        (maps / ".git").mkdir(),
        (maps / ".gitignore").write_text("library.yaml\n"),
    ],
    "another profile is configured": lambda maps: (maps / "cxmap.yaml").write_text(
        SETTINGS.replace("standard", "strict")
    ),
    "a severity is configured": lambda maps: (maps / "cxmap.yaml").write_text(
        SETTINGS.replace("limits", "severity: {vague-timeline: error}, limits")
    ),
    "only the threshold is configured": lambda maps: (maps / "cxmap.yaml").write_text(
        SETTINGS.replace("limits", "fail_on: never, limits")
    ),
    "the settings are gone": lambda maps: (maps / "cxmap.yaml").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_any_file_is_seen(lint, maps: Path, change: str) -> None:
    before = lint("--format", "json")
    CHANGES[change](maps)
    after = lint("--format", "json")
    assert after == lint("--format", "json", "--no-cache")
    assert after != before


@pytest.mark.parametrize(
    "options",
    [
        ["--today", "2026-12-01"],  # the remark has ended
        ["--profile", "starter"],
        ["--profile", "strict"],
        ["--select", "vague-timeline"],
        ["--ignore", "vague-timeline"],
        ["joining.yaml"],
        ["--fail-on", "never"],
        ["--min-coverage", "who=99"],
        ["--format", "concise"],
        ["--format", "concise", "--max", "1"],
        ["--format", "concise", "--color", "always"],
        ["--statistics"],
    ],
)
def test_a_run_that_is_asked_for_something_else_is_another_run(lint, options: list[str]) -> None:
    form = [] if "--statistics" in options else ["--format", "json"]
    before = lint("--format", "json")
    other = lint(*form, *options)
    assert lint(*form, *options) == other == lint(*form, *options, "--no-cache")
    assert other != before
    assert lint("--format", "json") == before


def test_what_is_known_by_now_is_seen(lint, maps: Path) -> None:
    before = lint()
    lint("--write-baseline")
    after = lint()
    assert after == lint("--no-cache") != before
    assert lint("--no-baseline") == before
    (maps / ".cxmap-baseline.json").unlink()
    assert lint() == before


def test_maps_that_are_checked_from_elsewhere_are_named_from_there(cxmap: Run, maps: Path) -> None:
    inside = cxmap("lint", "--today", "2026-10-15", cwd=maps).stdout
    outside = cxmap("lint", "maps", "--today", "2026-10-15").stdout
    assert "maps/joining.yaml" not in inside
    assert "maps/joining.yaml" in outside


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing is left": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "one letter is another": lambda data: data.replace(b"nobody", b"nobudy"),
    "findings are taken out": lambda data: data.replace(b'"findings":[[', b'"findings":[],"x":[['),
    "no text at all": lambda _: bytes(range(256)) * 9,
    "too deep": lambda _: b"[" * 200_000,
    "other JSON": lambda _: b'{"mark": 1, "outcome": {"findings": 3}}',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_as_good_as_none(lint, maps: Path, damage: str) -> None:
    before = lint("--format", "json")
    said, found = sorted(kept(maps), key=lambda file: b'"coverage":' in file.read_bytes()[:9000])
    for other, file in ((said, found), (found, said)):
        whole = file.read_bytes()
        other.unlink()
        file.write_bytes(DAMAGES[damage](whole))
        assert lint("--format", "json") == before
        again = file.read_bytes()  # whole again, whatever else it is marked with
        assert again.partition(b"\n")[2] == whole.partition(b"\n")[2]


def test_a_cache_that_cannot_be_written_costs_only_time(lint, maps: Path) -> None:
    (maps.parent / "cache-of-cxmap").write_text("a file where the folder should be")
    assert lint("--format", "json") == lint("--format", "json", "--no-cache")
