"""A server that lasts: nothing an editor or a map says ends it."""

import subprocess
import sys
from pathlib import Path


def test_a_request_that_fails_gets_an_error_and_the_next_one_its_answer(
    editor, company: Path
) -> None:
    client = editor(company)
    assert "error" in client.answer("textDocument/nothing", {})
    client.send({"id": "x", "method": "textDocument/codeAction", "params": {"range": 5}})
    client.send({"id": "y", "method": 7, "params": []})
    client.open(company / "onboarding.yaml")
    assert client.found(company / "onboarding.yaml") == []
    assert client.leave() == 0


def test_strange_addresses_and_texts_are_no_end(editor, company: Path) -> None:
    client = editor(company)
    for uri in (
        "untitled:Untitled-1",
        "git:/a.yaml?ref",
        "file:///nowhere/at/all.yaml",
        "file://host/a.yaml",
        "x",
        "file:///%00.yaml",
    ):
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": "journey: x\n"}
        client.tell("textDocument/didOpen", {"textDocument": document})
    client.open(company / "deep.yaml", "journey: x\nstages: " + "[" * 5000)
    client.open(company / "odd.yaml", "journey: \ud800 \0 \u2028\x85\n")
    assert client.found(company / "deep.yaml")
    assert client.found(company / "odd.yaml")


def test_a_link_out_of_the_workspace_is_not_followed(editor, company: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("teams: [{id: brand}]\n", encoding="utf-8")
    link = company / "link.yaml"
    try:
        link.symlink_to(tmp_path / "secret.yaml")
    except OSError:
        return  # where links need a right of their own
    client = editor(company)
    client.open(company / "onboarding.yaml")
    (told,) = client.found(link)
    assert "outside the workspace" in told["message"]


def test_it_ends_when_the_editor_is_gone(editor, company: Path) -> None:
    client = editor(company)
    client.process.stdin.close()
    assert client.process.wait(60) in {0, 1}


def test_a_slip_in_its_options_is_told_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", "lsp", "--today", "soon"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        input="",
    )
    assert done.returncode == 2
    assert "`soon` is not a date" in done.stderr
    assert done.stdout == ""
