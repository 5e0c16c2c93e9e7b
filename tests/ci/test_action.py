"""The GitHub Action: its script, run in the environment that a runner gives it."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = ACTION["runs"]["steps"][-1]
BROKEN = "journey: a\nstages:\n  - name: b\n    touchpoints:\n      - {what: Call, emotion: 9}\n"
NEEDS_BASH = pytest.mark.skipif(not shutil.which("bash"), reason="the action's script is for bash")


def test_every_input_reaches_the_script_as_a_variable_and_never_as_text() -> None:
    given = "".join(STEP["env"].values())
    used = {name for name in ACTION["inputs"] if f"inputs.{name} " in given}
    assert used == set(ACTION["inputs"]) - {"python-version"}
    assert "${{" not in STEP["run"]


@NEEDS_BASH
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, ["ci", "--"]),
        ({"FAIL_ON_CHANGE": "loss"}, ["ci", "--fail-on-change", "loss", "--"]),
        (
            {
                "FAIL_ON": "never",
                "COMMENT": "a b.md",
                "OUTPUT": "sarif=a\n\njunit=b",
                "PATHS": "x\ny z\n",
            },
            [
                "ci",
                "--fail-on",
                "never",
                "--comment",
                "a b.md",
                "-o",
                "sarif=a",
                "-o",
                "junit=b",
                "--",
                "x",
                "y z",
            ],
        ),
    ],
)
def test_the_inputs_become_the_words_of_one_command(tmp_path, given, words):
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    env = dict.fromkeys(STEP["env"], "") | {f"CXMAP_{name}": text for name, text in given.items()}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", STEP["run"]],
        env=os.environ | env | {"CXMAP_PYTHON": python.as_posix(), "GITHUB_ACTION_PATH": "."},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-len(words) :] == words


@NEEDS_BASH
def test_the_script_installs_itself_and_checks_the_maps_of_the_repository(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    workspace = tmp_path / "workspace"
    for folder in ("onboarding maps", "other"):
        (workspace / folder).mkdir(parents=True)
        (workspace / folder / "a.yaml").write_text(BROKEN)
    for module in ("pip.py", "yaml.py"):  # what a pull request may try
        (workspace / module).write_text("raise SystemExit('taken over')")
    script = tmp_path / "script.sh"
    script.write_text(STEP["run"])
    bin_folder = "Scripts" if sys.platform == "win32" else "bin"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script.as_posix()],
        cwd=workspace,
        env=os.environ
        | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "CXMAP_CACHE_DIR": str(tmp_path / "cache"),
            "CXMAP_PYTHON": str(tmp_path / "venv" / bin_folder / "python"),
            "CXMAP_PATHS": "onboarding maps\n",
            "CXMAP_FAIL_ON": "error",
            "CXMAP_FAIL_ON_CHANGE": "loss",
            "CXMAP_COMMENT": "$(touch taken).md",
            "CXMAP_OUTPUT": "sarif=a.sarif\njunit=a.xml\n",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=onboarding maps/a.yaml,line=5," in done.stdout
    assert "other" not in done.stdout
    written = {"$(touch taken).md", "a.sarif", "a.xml"}
    assert written < {path.name for path in workspace.iterdir()}
    assert not (workspace / "taken").exists()
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("<!-- cxmap:findings")
