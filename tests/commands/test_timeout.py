"""Reading data ends when time is up or somebody ends it, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

LIBRARY = """\
data:
  - {id: s, engine: lake, table: answers, time: day, customer: who, touchpoint: what}
  - {id: e, kind: events, engine: lake, table: answers, time: day, customer: who, touchpoint: what}
metrics: [{id: csat, kind: csat, source: {data: s, value: score}}]
"""
MAP = "journey: joining\nstages: [{name: sign, touchpoints: [{id: letter, what: Letter}]}]\n"
ENDLESS = """\
create view answers as select timestamp '2026-09-01' as day, 'letter' as what,
  cast(hash(range) as varchar) as who, range % 5 + 1 as score from range(1000000000000)"""


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A workspace whose data are a view that nobody could ever read to its end."""
    folder = tmp_path / "company"
    folder.mkdir()
    (folder / "map.yaml").write_text(MAP)
    (folder / "library.yaml").write_text(LIBRARY)
    (folder / "cxmap.yaml").write_text('cxmap: 1\nengines: [{id: lake, url: "${LAKE}"}]\n')
    (tmp_path / "private").mkdir()
    with duckdb.connect(str(tmp_path / "lake.duckdb")) as base:
        base.execute(ENDLESS)
    return folder


def run(folder: Path, command: str, *more: str) -> subprocess.Popen:
    private = str(folder.parent / "private")
    env = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "CXMAP_CACHE_DIR": str(folder.parent / "cache-of-cxmap"),
        "LAKE": f"duckdb://{folder.parent}/lake.duckdb",
        "TMPDIR": private,
    }
    out = ["--write", "--rejects", "bad.csv", "--today", "2026-10-15"]
    return subprocess.Popen(
        [sys.executable, "-m", "cxmap", command, *out, *more],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def nothing_is_left(folder: Path) -> bool:
    ours = {"map.yaml", "library.yaml", "cxmap.yaml"}
    return {file.name for file in folder.rglob("*") if file.is_file()} == ours and not list(
        (folder.parent / "private").iterdir()
    )


@pytest.mark.parametrize("command", ["measure", "conform"])
def test_when_time_is_up_it_says_so_and_writes_nothing(endless: Path, command: str) -> None:
    started = run(endless, command, "--timeout", "1s")
    out, err = started.communicate()
    assert (started.returncode, out) == (2, "")
    assert err == (
        "cxmap: reading the data took longer than 1s, so it was stopped and nothing was written:"
        " give it more with `--timeout`, or less to read\n"
    )
    assert nothing_is_left(endless)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_whoever_ends_it_is_heard_during_a_query(endless: Path, how: str) -> None:
    number = getattr(signal, how)
    with run(endless, "measure") as started:
        while not list((endless.parent / "private").glob("cxmap-data-*")):
            assert started.poll() is None
        started.send_signal(number)
        out, err = started.communicate()
    assert (started.returncode, out, err) == (128 + number, "", "")
    assert nothing_is_left(endless)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0s", "--timeout `0s` means nothing: write `90s`, `10m` or `2 hours`"),
        ("2 months", "--timeout `2 months` means nothing"),
        ("soon", "--timeout `soon` means nothing: write `90s`"),
    ],
)
def test_a_time_that_means_nothing_is_explained(endless: Path, text: str, words: str) -> None:
    started = run(endless, "measure", "--timeout", text)
    _, err = started.communicate()
    assert started.returncode == 2
    assert words in err
