"""The wheel and the source archive install and work away from the checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BIN = "Scripts" if sys.platform == "win32" else "bin"


def call(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "CXMAP"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built in that order of a release."""
    folder = tmp_path_factory.mktemp("built")
    call(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_a_distribution_does_the_main_job_in_an_empty_environment(
    built: Path, tmp_path: Path, pattern: str
) -> None:
    (distribution,) = built.glob(pattern)
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / BIN / "python"
    call(python, "-m", "pip", "install", "--quiet", distribution, cwd=tmp_path)
    cxmap = tmp_path / "venv" / BIN / "cxmap"
    call(cxmap, "init", "my maps", "--yes", cwd=tmp_path)
    call(cxmap, "validate", "my maps", cwd=tmp_path)
    listed = call(cxmap, "--help", cwd=tmp_path)
    assert "validate" in listed
    place = call(python, "-c", "import cxmap; print(cxmap.__file__)", cwd=tmp_path)
    assert str(tmp_path) in place
