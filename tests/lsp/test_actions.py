"""Quick fixes: what `lint --fix` would write, offered where it is wrong."""

from pathlib import Path


def actions(client, file: Path, line: int, **context) -> list[dict]:
    place = {"line": line, "character": 0}
    params = {"textDocument": {"uri": file.as_uri()}, "range": {"start": place, "end": place}}
    return client.ask(
        "textDocument/codeAction", {**params, "context": {"diagnostics": [], **context}}
    )


def test_a_misspelt_id_is_mended_where_it_stands(editor, company: Path) -> None:
    file = company / "onboarding.yaml"
    client = editor(company)
    client.open(file, file.read_text(encoding="utf-8").replace("who: marketing", "who: marketting"))
    (action,) = actions(client, file, 9)
    assert action["title"] == "write `marketing`"
    (edit,) = action["edit"]["changes"][file.as_uri()]
    assert edit["newText"] == "marketing"
    assert edit["range"]["start"] == {"line": 9, "character": 13}
    assert actions(client, file, 2) == []


def test_everything_certain_in_a_file_is_one_action(editor, company: Path) -> None:
    file = company / "onboarding.yaml"
    client = editor(company)
    client.open(
        file,
        "journey: On Boarding\nstages: [{name: y, touchpoints: [{id: Z z, what: z, who: marketting}]}]\n",
    )
    (action,) = actions(client, file, 0, only=["source.fixAll"])
    assert [e["newText"] for e in action["edit"]["changes"][file.as_uri()]] == [
        "on-boarding",
        "z-z",
    ]
    assert actions(client, file, 0, only=["refactor"]) == []
