"""`cxmap lint --watch`: after every save the gaps there are now, until somebody stops it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

GAP = "journey: x\nstages: [{name: y, touchpoints: [{what: Call, how: phone, when: same day}]}]\n"
OWNED = GAP.replace("how:", "who: sales, how:")


def save(file: Path, text: str) -> None:
    """Write a file in one step, so that nobody sees it half written."""
    beside = file.parent.parent / f"{file.parent.name}-{file.name}"
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


class Watching:
    """A running `lint --watch` in a pipe."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cxmap", "lint", "--watch", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
        )

    def block(self) -> str:
        """What is printed until it waits for the next save."""
        lines = []
        for line in self.process.stdout:
            if line.startswith("waiting for"):
                return "".join(lines)
            lines.append(line)
        raise AssertionError("".join(lines))


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[type[Watching]]:
    running: list[Watching] = []

    def start(*arguments: str) -> Watching:
        running.append(Watching(tmp_path, *arguments))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.wait()
        one.process.stdout.close()


def test_every_save_is_checked(watching, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    save(file, GAP)
    one = watching("--select", "touchpoint-without-owner")
    assert "touchpoint-without-owner" in one.block()
    save(file, OWNED)
    assert "touchpoint-without-owner" not in one.block()
    save(tmp_path / "b.yaml", GAP.replace("journey: x", "journey: z"))
    assert "b.yaml:2:" in one.block()


def test_a_file_that_breaks_or_goes_is_told_and_waited_out(watching, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    save(file, OWNED)
    one = watching()
    one.block()
    save(file, "journey: [\n")
    assert "yaml-syntax" in one.block()
    file.unlink()
    assert "nothing to read" in one.block()
    save(file, GAP)
    assert "touchpoint-without-owner" in one.block()


@pytest.mark.skipif(os.name != "posix", reason="signals are another matter there")
def test_control_c_ends_it_cleanly(watching, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(OWNED, encoding="utf-8")
    one = watching()
    one.block()
    one.process.send_signal(signal.SIGINT)
    assert one.process.stdout.read() == ""
    assert one.process.wait(60) == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--fix"], "leave out what writes files"),
        (["-"], "follows files"),
        (["nowhere.yaml"], "there is no file or folder"),
    ],
)
def test_what_cannot_be_watched_is_refused(cxmap, arguments: list[str], why: str) -> None:
    done = cxmap("lint", "--watch", *arguments)
    assert done.returncode == 2
    assert why in done.stderr
