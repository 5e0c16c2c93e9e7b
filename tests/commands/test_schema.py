"""`cxmap schema` prints the schema, writes it for editors, and says when it is out of date."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

FILES = ".vscode/cxmap.schema.json"
SETTINGS = ".vscode/cxmap.settings.schema.json"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/teams.yaml").write_text("teams: [{id: care, name: Customer care}]\n")
    return tmp_path


@pytest.mark.parametrize("of", ["files", "settings", "findings", "changes"])
def test_it_prints_one_schema_and_nothing_else(cxmap: Run, of: str) -> None:
    done = cxmap("schema", "--of", of)
    assert json.loads(done.stdout)["$schema"].endswith("2020-12/schema")
    assert (done.returncode, done.stderr) == (0, "")


def test_map_files_are_what_it_prints_unless_told(cxmap: Run) -> None:
    assert cxmap("schema").stdout == cxmap("schema", "--of", "files").stdout


def test_ids_are_offered_where_asked_for(cxmap: Run, workspace: Path) -> None:
    assert '"care"' not in cxmap("schema").stdout
    assert '"care"' in cxmap("schema", "--workspace").stdout
    assert '"care"' in cxmap("schema", "--workspace", workspace / "maps", cwd="/").stdout


def test_it_writes_the_files_that_editors_read_and_finds_them_up_to_date(
    cxmap: Run, workspace: Path
) -> None:
    done = cxmap("schema", "--workspace", "--write", "maps")
    assert done.stdout == f"{FILES} written\n{SETTINGS} written\n"
    assert (workspace / FILES).read_text(encoding="utf-8") == cxmap("schema", "--workspace").stdout
    assert cxmap("schema", "--workspace", "--check").returncode == 0


def test_it_says_which_file_is_not_up_to_date(cxmap: Run, workspace: Path) -> None:
    done = cxmap("schema", "--check", cwd=workspace / "maps")
    assert done.returncode == 1
    assert f"{SETTINGS} is not up to date" in done.stdout
    cxmap("schema", "--workspace", "--write")
    (workspace / "maps/teams.yaml").write_text("teams: [{id: support}]\n")
    done = cxmap("schema", "--workspace", "--check")
    assert done.returncode == 1
    assert done.stdout == (
        f"{FILES} is not up to date: `cxmap schema --workspace --write` writes it\n"
        f"{SETTINGS} is up to date\n"
    )


def test_line_ends_that_git_has_changed_are_no_difference(cxmap: Run, workspace: Path) -> None:
    cxmap("schema", "--write")
    file = workspace / FILES
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert cxmap("schema", "--check").returncode == 0


def test_one_of_the_files_can_be_written_alone(cxmap: Run, workspace: Path) -> None:
    assert cxmap("schema", "--of", "settings", "--write").stdout == f"{SETTINGS} written\n"
    assert not (workspace / FILES).exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--of", "setings"], "did you mean `settings`?"),
        (["--of", "findings", "--write"], "editors read no schema of findings"),
        (["--write", "--check"], "--write and --check do not go together"),
        (["nowhere"], "there is no file or folder nowhere"),
        (["--workspace"], "nothing to read"),
    ],
)
def test_what_it_cannot_do_is_told_with_a_2(cxmap: Run, arguments: list[str], message: str) -> None:
    done = cxmap("schema", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_outside_of_the_workspace(
    cxmap: Run, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (workspace / ".vscode").symlink_to(elsewhere)
    done = cxmap("schema", "--write")
    assert (done.returncode, list(elsewhere.iterdir())) == (2, [])


def test_a_file_where_the_folder_should_be_is_left_alone(cxmap: Run, workspace: Path) -> None:
    (workspace / ".vscode").write_text("mine")
    assert cxmap("schema", "--write").returncode == 2
    assert (workspace / ".vscode").read_text() == "mine"


def test_what_init_writes_is_up_to_date(cxmap: Run, tmp_path: Path) -> None:
    cxmap("init", "--yes", "new")
    told = f"{FILES} is up to date\n{SETTINGS} is up to date\n"
    for arguments in (["--check"], ["--workspace", "--check"]):
        done = cxmap("schema", *arguments, "new")
        assert (done.returncode, done.stdout) == (0, told)
    settings = json.loads((tmp_path / "new/.vscode/settings.json").read_text())
    assert set(settings["yaml.schemas"]) == {FILES, SETTINGS}
