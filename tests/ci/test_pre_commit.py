"""The hooks that `.pre-commit-hooks.yaml` offers, with the pre-commit program itself."""

import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree

import pytest

ROOT = Path(__file__).parent.parent.parent
INSTALLED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE")
MAP = "journey: onboarding\nstages:\n  - name: I sign up\n    touchpoints:\n      - {}\n"


def test_a_commit_that_breaks_a_map_is_refused_and_any_other_goes_through(
    repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("CXMAP_CACHE_DIR", str(tmp_path / "cache"))
    hooks = type(repository)(tmp_path / "hooks")
    for name in INSTALLED:
        copy(ROOT / name, hooks.folder)
    for name in ("cxmap", "templates"):
        copytree(ROOT / name, hooks.folder / name)
    offered = f"- repo: {hooks.folder.as_posix()}\n  rev: {hooks.commit({})}\n  hooks: "
    config = f"repos:\n{offered}[{{id: cxmap-validate}}, {{id: cxmap-lint}}, {{id: cxmap-fmt}}]\n"
    fine = MAP.format("Letter - email - Sales - today")
    repository.commit(
        {".pre-commit-config.yaml": config, "other.yaml": fine.replace("onboarding", "support")}
    )
    command = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(command, cwd=repository.folder, check=True, capture_output=True)

    with pytest.raises(subprocess.CalledProcessError) as refused:
        repository.commit({"a.yaml": MAP.format("{what: Call, emotion: 9}")})
    said = refused.value.stdout + refused.value.stderr
    assert said.count("a.yaml:5:31: error bad-value") == 2, said  # validate and lint, once each

    with pytest.raises(subprocess.CalledProcessError) as refused:
        repository.commit({"a.yaml": MAP.format("{who: Sales, what: Call}")})
    assert "a.yaml\n1 file would be written anew" in refused.value.stdout + refused.value.stderr

    repository.commit({"a.yaml": MAP.format("Call - phone - Sales - today")}, "Mend")
    repository.commit({"notes.txt": "no map"}, "Note")
    assert repository.git("log", "--format=%s").splitlines() == ["Note", "Mend", "Change"]
