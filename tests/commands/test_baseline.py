"""Turning `lint` on where there are gaps already: the baseline."""

import json
from pathlib import Path

import pytest

BASELINE = ".cxmap-baseline.json"


def a_map(journey: str, touchpoints: int, *, owner: str = "", what: str = "Call") -> str:
    """A map with three stages whose touchpoints miss owner, timeline and measure."""
    lines = [f"journey: {journey}", "stages:"]
    for stage in range(3):
        lines += [f"  - id: s{stage}", f"    name: I take step {stage}", "    touchpoints:"]
        lines += [
            f"      - {{id: t{n}, what: {what} {n}, how: phone{owner if n == 0 else ''}}}"
            for n in range(stage, touchpoints, 3)
        ]
    return "\n".join(lines) + "\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workspace with hundreds of gaps, all of them errors for this team."""
    weights = ", ".join(f"touchpoint-without-{what}: error" for what in ("timeline", "measure"))
    settings = f"lint: {{profile: standard, severity: {{{weights}}}}}\n"
    maps = {f"journeys/j{n}.yaml": a_map(f"j{n}", 21) for n in range(8)}
    write(tmp_path, {"cxmap.yaml": settings, **maps})
    return tmp_path


def found(done) -> list[dict]:
    return json.loads(done.stdout)["findings"]


def test_with_a_baseline_old_gaps_do_not_count_and_new_ones_do(cxmap, old: Path) -> None:
    assert cxmap("lint").returncode == 1
    told = cxmap("lint", "--write-baseline")
    assert told.returncode == 0
    assert told.stdout == ""
    entries = json.loads((old / BASELINE).read_text())["findings"]
    assert len(entries) > 500
    assert told.stderr.startswith(f"{len(entries)} gaps written to {BASELINE}")
    done = cxmap("lint", "--format", "json")
    assert (done.returncode, found(done)) == (0, [])
    assert f"beside {len(entries)} known before" in done.stderr
    write(old, {"journeys/new.yaml": a_map("new", 1)})
    done = cxmap("lint", "--format", "json")
    assert done.returncode == 1
    assert {finding["path"] for finding in found(done)} == {"journeys/new.yaml"}


def test_shuffling_renaming_moving_and_rewording_bring_nothing_new(cxmap, old: Path) -> None:
    cxmap("lint", "--write-baseline")
    names = [f"{n * 5 % 8}.yaml" for n in range(8)]  # in another order than before
    for number, name in enumerate(names):
        text = a_map(f"j{number}", 21, what="Talk")
        moved = text.replace("      - {id: t0, what: Talk 0, how: phone}\n", "")
        moved += "      - {id: t0, what: Talk 0, how: phone}\n"  # into the last stage
        (old / f"journeys/j{number}.yaml").unlink()
        write(old, {f"maps/{name}": "# moved\n\n" + moved.replace("I take", "We take")})
    done = cxmap("lint", "--format", "json")
    assert (done.returncode, found(done)) == (0, [])


def test_swapping_one_gap_for_another_does_not_pass(cxmap, old: Path) -> None:
    owned = a_map("j0", 21, owner=", who: sales")
    write(old, {"journeys/j0.yaml": owned})
    cxmap("lint", "--write-baseline")
    swapped = owned.replace(", who: sales", "").replace(
        "{id: t3, what: Call 3, how: phone}", "{id: t3, what: Call 3, how: phone, who: sales}"
    )
    write(old, {"journeys/j0.yaml": swapped})
    done = cxmap("lint", "--format", "json")
    assert done.returncode == 1
    assert [(f["rule"], f["item"]) for f in found(done)] == [
        ("touchpoint-without-owner", "j0@current/t0")
    ]


def test_closed_gaps_are_reported_and_taken_out_when_asked(cxmap, old: Path) -> None:
    cxmap("lint", "--write-baseline")
    before = json.loads((old / BASELINE).read_text())["findings"]
    (old / "journeys/j0.yaml").unlink()
    done = cxmap("lint")
    assert (
        "gaps of .cxmap-baseline.json no longer found; `cxmap lint --prune-baseline`" in done.stderr
    )
    assert json.loads((old / BASELINE).read_text())["findings"] == before
    done = cxmap("lint", "--prune-baseline")
    after = json.loads((old / BASELINE).read_text())["findings"]
    assert f"{len(before) - len(after)} closed gaps taken out of {BASELINE}" in done.stderr
    assert after == [entry for entry in before if not entry["about"].startswith("j0@")]
    assert "no longer found" not in cxmap("lint").stderr


def test_a_run_over_a_part_calls_nothing_closed(cxmap, old: Path) -> None:
    cxmap("lint", "--write-baseline")
    (old / "journeys/j0.yaml").unlink()
    for arguments in (["journeys/j1.yaml"], ["--select", "no-intent"]):
        done = cxmap("lint", *arguments)
        assert (done.returncode, "no longer found" in done.stderr) == (0, False)


@pytest.mark.parametrize("option", ["--write-baseline", "--prune-baseline"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["journeys/j1.yaml"], "is about the whole workspace"),
        (["--select", "stale-map"], "is about all rules"),
        (["--ignore", "stale-map"], "is about all rules"),
    ],
)
def test_a_baseline_is_about_everything(
    cxmap, old: Path, option: str, arguments: list[str], said: str
) -> None:
    cxmap("lint", "--write-baseline")
    before = (old / BASELINE).read_bytes()
    done = cxmap("lint", option, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert (old / BASELINE).read_bytes() == before


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("journeys/j1.yaml", "journey: [\n", "journeys/j1.yaml cannot be read: mend it first"),
        ("cxmap.yaml", "lint: {ignore: [nothing]}\n", "cxmap.yaml has an error: mend it first"),
    ],
)
def test_no_baseline_is_written_while_gaps_are_unknown(
    cxmap, old: Path, path: str, text: str, said: str
) -> None:
    write(old, {path: text})
    done = cxmap("lint", "--write-baseline")
    assert done.returncode == 2
    assert said in done.stderr
    assert not (old / BASELINE).exists()


def test_a_baseline_may_stand_elsewhere_and_be_left_out(cxmap, old: Path) -> None:
    cxmap("lint", "--write-baseline", "--baseline", "known.json")
    assert not (old / BASELINE).exists()
    assert cxmap("lint").returncode == 1
    assert cxmap("lint", "--baseline", "known.json").returncode == 0
    (old / "known.json").rename(old / BASELINE)
    assert cxmap("lint", "journeys/j1.yaml").returncode == 0
    assert cxmap("lint", "--no-baseline").returncode == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1 is no JSON"),
        ("[]", "is no baseline"),
        ('{"version": 1, "findings": [{"rule": 3}]}', "is no baseline"),
        ('{"version": 2, "findings": []}', "was written by a newer cxmap"),
        ("\udcff", "cannot be read"),
    ],
)
def test_a_baseline_that_is_none_is_2(cxmap, old: Path, text: str, said: str) -> None:
    (old / BASELINE).write_bytes(text.encode("utf-8", "surrogateescape"))
    done = cxmap("lint")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_baseline_that_is_named_has_to_be_there(cxmap, old: Path) -> None:
    done = cxmap("lint", "--baseline", "nowhere.json", cwd=old)
    assert done.returncode == 2
    assert "there is no baseline nowhere.json" in done.stderr


def test_accepted_gaps_are_not_in_the_baseline(cxmap, old: Path) -> None:
    remark = "# cxmap: ignore-file[touchpoint-without-owner] later\n"
    write(old, {"journeys/j0.yaml": remark + a_map("j0", 21)})
    cxmap("lint", "--write-baseline")
    write(old, {"journeys/j0.yaml": a_map("j0", 21)})
    done = cxmap("lint", "--format", "json")
    assert {finding["rule"] for finding in found(done)} == {"touchpoint-without-owner"}


def test_what_hangs_on_the_date_alone_does_not_fail_a_run_with_a_baseline(cxmap, old: Path) -> None:
    settings = "lint: {fail_on: warning, limits: {stale_after: 6 months}}\n"
    dated = a_map("j0", 21).replace("stages:", "as_of: 2026-01-15\nstages:")
    write(old, {"cxmap.yaml": settings, "journeys/j0.yaml": dated})
    cxmap("lint", "--write-baseline", "--today", "2026-02-01")
    done = cxmap("lint", "--today", "2026-10-15")
    assert done.returncode == 0
    assert "stale-map" in done.stdout
    write(old, {"journeys/j0.yaml": dated.replace("how: phone", "how: fax", 1)})
    assert cxmap("lint", "--today", "2026-10-15").returncode == 1


def test_two_runs_write_the_same_bytes(cxmap, old: Path) -> None:
    cxmap("lint", "--write-baseline", "--baseline", "a.json", "--jobs", "1")
    cxmap("lint", "--write-baseline", "--baseline", "b.json", "--no-cache", "--jobs", "2")
    assert (old / "a.json").read_bytes() == (old / "b.json").read_bytes()
