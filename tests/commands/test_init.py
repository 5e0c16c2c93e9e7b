import os
import subprocess
import sys

import pytest
from ruamel.yaml import YAML

from cxmap.commands.init import HOSTS, TEMPLATES, init
from cxmap.errors import CxmapError
from cxmap.resources import templates

HOST_FILES = {
    "github": {".github/workflows/cxmap.yml"},
    "gitlab": {".gitlab-ci.yml"},
    "none": set(),
}


def files(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def read(path):
    return YAML(typ="safe").load(path)


def cxmap(*arguments, **options):
    command = [sys.executable, "-m", "cxmap", *map(str, arguments)]
    return subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        **options,
    )


def test_the_help_names_the_templates_and_hosts_there_are():
    top = templates() / "init"
    assert {*TEMPLATES, "common", "ci"} == {path.name for path in top.iterdir()}
    assert set(HOSTS) == {"none"} | {path.name for path in (top / "ci").iterdir()}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("host", HOSTS)
def test_every_template_is_written_for_every_host(template, host, tmp_path, capsys):
    init(tmp_path, template=template, ci=host, today="2026-10-01")
    written = files(tmp_path)
    (current,) = tmp_path.glob("journeys/*.current.yaml")
    assert read(current)["as_of"].isoformat() == "2026-10-01"
    assert HOST_FILES[host] == written & set().union(*HOST_FILES.values())
    assert capsys.readouterr().out.split("\n\n")[0].splitlines() == sorted(written)
    assert not any("__" in (tmp_path / name).read_text(encoding="utf-8") for name in written)


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_it_wrote_hangs_together(template, tmp_path):
    folder = tmp_path / "Kund Innen-Reise “é” 顧客"
    init(folder, template=template)
    run = cxmap("validate", "--fail-on", "info", folder)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("template", TEMPLATES)
def test_lint_is_silent_about_what_it_wrote(template, tmp_path):
    init(tmp_path, template=template)
    run = cxmap("lint", "--fail-on", "info", tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_standard_profile_has_hints_and_no_warning(template, tmp_path):
    init(tmp_path, template=template)
    run = cxmap("lint", "--profile", "standard", "--fail-on", "warning", tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert " info " in run.stdout


def test_the_strategy_in_the_readme_can_be_taken_as_it_is(tmp_path):
    init(tmp_path)
    _, _, rest = (tmp_path / "README.md").read_text(encoding="utf-8").partition("```yaml\n")
    (tmp_path / "strategy.yaml").write_text(rest.partition("```")[0], encoding="utf-8")
    assert cxmap("validate", "--fail-on", "info", tmp_path).returncode == 0


def test_the_same_date_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        init(tmp_path / name, today="2026-10-01")
    for name in files(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
        assert b"\r" not in (tmp_path / "a" / name).read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        'The "Best" of ours',
        "Ours: and 'theirs'",
        "Ours #1 & * ! | > % @ ` {x} [y]",
        "${{ secrets.TOKEN }} ${HOME}",
        "\\n \\x41 \\",
        "__today__ __organization__",
        "no",
        "- 12:30",
        "Zoë's 株式会社 🎈",
    ],
)
def test_an_odd_name_is_kept_as_it_is(name, tmp_path):
    init(tmp_path, organization=f"  {name} ")
    assert read(tmp_path / "cxmap.yaml")["organization"] == name


@pytest.mark.parametrize(
    "name", ["two\nlines", "two\u2028lines", "\x1b[31m", "\ud800", "\ufeff", " "]
)
def test_a_name_that_yaml_cannot_hold_is_refused(name, tmp_path):
    with pytest.raises(CxmapError, match="one line"):
        init(tmp_path, organization=name)
    assert not files(tmp_path)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("template", "suport", "did you mean `support`"),
        ("template", "../common", "choose from onboarding"),
        ("template", "common", "choose from onboarding"),
        ("ci", "gitlub", "choose from github"),
        ("today", "tomorrow", "not a date"),
    ],
)
def test_a_wrong_choice_is_refused_with_what_there_is(option, value, message, tmp_path):
    with pytest.raises(CxmapError, match=message):
        init(tmp_path, **{option: value})
    assert not files(tmp_path)


def test_it_never_overwrites_and_names_every_file_in_the_way(tmp_path):
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "cxmap.yaml").symlink_to("nowhere")
    with pytest.raises(CxmapError, match=r"`README\.md`, `cxmap\.yaml` exist already"):
        init(tmp_path)
    assert files(tmp_path) == {"README.md"}
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_it_leaves_other_files_alone(tmp_path):
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "other.txt").write_text("mine", encoding="utf-8")
    init(tmp_path)
    assert (tmp_path / "journeys" / "other.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_where_a_folder_must_be_is_named(tmp_path):
    (tmp_path / "library").write_text("mine", encoding="utf-8")
    with pytest.raises(CxmapError, match="`library` exists already"):
        init(tmp_path)
    with pytest.raises(CxmapError, match="is not a folder"):
        init(tmp_path / "library")


def test_a_linked_folder_does_not_lead_it_out_of_the_workspace(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / ".github").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(CxmapError, match=r"`\.github` exists already"):
        init(tmp_path / "maps")
    assert not files(tmp_path)


def test_a_failure_midway_leaves_nothing_behind(tmp_path):
    # So deep that short names fit into the longest path there may be, and long ones do not.
    room = os.pathconf("/", "PC_PATH_MAX") - len("/.github/workflows/.cxmap.yml-12345678") - 1
    deep = tmp_path
    while len(str(deep)) < room - 100:
        deep = deep / ("d" * 98)
    deep = deep / ("d" * (room - len(str(deep)) - 1))
    deep.parent.mkdir(parents=True)
    with pytest.raises(CxmapError, match=r"/cxmap\.settings\.schema\.json cannot be written"):
        init(deep)
    assert not deep.exists()
    assert deep.parent.exists()


def test_it_starts_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    init()
    assert "cxmap.yaml" in files(tmp_path)


def test_without_a_terminal_it_asks_nothing(tmp_path):
    run = cxmap("init", tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert read(tmp_path / "cxmap.yaml")["organization"] == "Our organization"


def test_the_command_says_in_one_line_why_it_did_nothing(tmp_path):
    cxmap("init", tmp_path)
    run = cxmap("init", tmp_path)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are not to be had")
def test_on_a_terminal_it_asks_in_plain_words(tmp_path):
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "cxmap", "init", tmp_path / "maps"],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    os.write(ours, "Zoë & Co\nsuport\nsupport\nnone\n".encode())
    questions = run.communicate(timeout=60)[1]
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 0
    assert "What is your organization called?" in questions
    assert "did you mean `support`" in questions
    assert read(tmp_path / "maps" / "cxmap.yaml")["organization"] == "Zoë & Co"
    assert "journeys/support.current.yaml" in files(tmp_path / "maps")
