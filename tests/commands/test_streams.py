"""Output that cannot be written, or that nobody reads to the end, ends as every shell expects."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent.parent
PAYROLL = HOME / "examples" / "payroll"
COMMANDS = [
    "--version",
    "--help",
    "validate . --format json",
    "lint .",
    "show",
    "rules",
    "lint . --format json",
]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are tricks of a POSIX shell")


def shell(script: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash in which `cxmap` is this checkout's."""
    line = f'cxmap() {{ "{sys.executable}" -m cxmap "$@"; }}; {script}'
    environment = {**os.environ, "PYTHONPATH": str(HOME), **more}
    return subprocess.run(
        ["bash", "-c", line],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=PAYROLL,
        env=environment,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_device_is_one_line_and_exit_2(command):
    done = shell(f"cxmap {command} >/dev/full")
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last == "cxmap: the result could not be written: no space left on device"
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_output_is_one_line_and_exit_2(command):
    done = shell(f"cxmap {command} >&-")
    assert done.returncode == 2
    assert done.stderr == "cxmap: the result could not be written: standard output is closed\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_who_leaves_is_no_failure(command):
    done = shell(f"cxmap {command} | true; echo ${{PIPESTATUS[0]}}")
    code = int(done.stdout)
    assert code in ({0, 1} if "lint" in command else {0})
    assert "rror" not in done.stderr.replace(" errors", "").replace(" error", "")


def test_a_closed_standard_error_only_loses_what_it_would_say():
    assert shell("cxmap validate . 2>&-").returncode == 0
    assert shell("cxmap validate nowhere 2>&-").returncode == 2


def test_a_closed_standard_input_reads_as_empty():
    closed, empty = shell("cxmap validate - <&-"), shell("cxmap validate - </dev/null")
    assert (closed.returncode, closed.stdout) == (empty.returncode, empty.stdout)
    assert closed.returncode < 3


def test_dash_is_no_file_to_write_to(cxmap):
    done = cxmap("lint", PAYROLL, "-o", "json=-")
    assert done.returncode == 2
    assert "use `--format json`" in done.stderr


def test_a_pipe_that_results_go_to_stays_a_pipe(tmp_path: Path) -> None:
    """To take the place of what stands there would turn even `/dev/null` into a file."""
    done = shell(
        f'cp -r . "{tmp_path}/maps"; cd "{tmp_path}"; mkfifo pipe; cat pipe > got &'
        " cxmap validate maps -o json=pipe; wait; test -p pipe"
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "got").read_text().startswith("{")


def test_a_link_takes_results_nowhere(tmp_path: Path) -> None:
    """It may be a stranger's, and lead out of the workspace or to a disk."""
    (tmp_path / "outside.txt").write_text("mine")
    (tmp_path / "result.json").symlink_to("outside.txt")
    done = shell(f'cxmap validate . -o json="{tmp_path}/result.json"')
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outside.txt").read_text() == "mine"
    assert (tmp_path / "result.json").read_text().startswith("{")


@pytest.mark.parametrize("link", ["/dev/stdout", "device"])
def test_a_link_to_a_device_or_stream_is_refused(tmp_path: Path, link: str) -> None:
    (tmp_path / "device").symlink_to("/dev/null")
    done = shell(f'cxmap validate . -o json="{tmp_path / link}" > "{tmp_path}/out"')
    assert done.returncode == 2
    assert "is a link to a device or stream: name a file" in done.stderr
