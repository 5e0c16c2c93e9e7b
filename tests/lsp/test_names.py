"""From a name to where it is declared and used, and a new name for all of that."""

from pathlib import Path

import pytest


class Names:
    """Asks about the place of some text in a file of the small workspace."""

    def __init__(self, client, company: Path) -> None:
        self.client, self.company = client, company
        for file in sorted(company.glob("*.yaml")):
            client.open(file)

    def place(self, name: str, text: str) -> dict:
        whole = (self.company / name).read_text(encoding="utf-8")
        at = whole.index(text)
        return self.client.at(
            self.company / name, whole.count("\n", 0, at), at - whole.rfind("\n", 0, at) - 1
        )

    def spots(self, found: list[dict]) -> set[str]:
        return {f"{Path(f['uri']).name}:{f['range']['start']['line'] + 1}" for f in found}

    def definition(self, name: str, text: str) -> set[str]:
        return self.spots(self.client.ask("textDocument/definition", self.place(name, text)))

    def references(self, name: str, text: str, *, declaration: bool = False) -> set[str]:
        params = {**self.place(name, text), "context": {"includeDeclaration": declaration}}
        return self.spots(self.client.ask("textDocument/references", params))

    def rename(self, name: str, text: str, new: str) -> dict:
        return self.client.answer("textDocument/rename", {**self.place(name, text), "newName": new})

    def renamed(self, name: str, text: str, new: str) -> dict[str, str]:
        """The texts of the files that change."""
        answer = self.rename(name, text, new)
        assert "error" not in answer, answer["error"]
        return {
            Path(uri).name: apply(
                (self.company / Path(uri).name).read_text(encoding="utf-8"), edits
            )
            for uri, edits in answer["result"]["changes"].items()
        }


def apply(text: str, edits: list[dict]) -> str:
    lines = text.split("\n")
    for edit in sorted(
        edits,
        key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]),
        reverse=True,
    ):
        start, end = edit["range"]["start"], edit["range"]["end"]
        if start == {"line": 0, "character": 0} and end["line"] == len(lines) - 1:
            return edit["newText"]
        assert start["line"] == end["line"]
        line = lines[start["line"]]
        lines[start["line"]] = (
            line[: start["character"]] + edit["newText"] + line[end["character"] :]
        )
    return "\n".join(lines)


@pytest.fixture
def names(editor, company: Path) -> Names:
    return Names(editor(company), company)


def test_a_name_leads_to_where_it_is_declared(names: Names) -> None:
    assert names.definition("onboarding.yaml", "marketing") == {"library.yaml:2"}
    assert names.definition("onboarding.yaml", "Customer service") == {"library.yaml:3"}
    assert names.definition("library.yaml", "onboarding/welcome-letter") == {"onboarding.yaml:8"}
    assert names.definition("onboarding.yaml", "welcome-letter, within") == {"onboarding.yaml:8"}
    assert names.definition("onboarding.yaml", "same day") == set()


def test_an_item_leads_to_where_it_is_used(names: Names) -> None:
    assert names.references("library.yaml", "csat-welcome") == {
        "library.yaml:14",
        "onboarding.yaml:13",
        "onboarding.yaml:14",
    }
    assert names.references("onboarding.yaml", "welcome-letter", declaration=True) == {
        "library.yaml:14",
        "onboarding.yaml:8",
        "onboarding.yaml:14",
    }


def test_a_definition_is_found_while_the_file_is_broken(names: Names, company: Path) -> None:
    file = company / "onboarding.yaml"
    names.client.ask("textDocument/definition", names.place("onboarding.yaml", "marketing"))
    names.client.type(file, file.read_text(encoding="utf-8") + "  - {name: [\n")
    assert names.definition("onboarding.yaml", "marketing") == {"library.yaml:2"}


def test_an_id_gets_a_new_name_in_every_file(names: Names) -> None:
    texts = names.renamed("library.yaml", "csat-welcome", "csat-hello")
    assert "id: csat-hello\n" in texts["library.yaml"]
    assert "verify: csat-hello}" in texts["library.yaml"]
    assert texts["onboarding.yaml"].count("csat-hello") == 2
    assert "csat-welcome" not in "".join(texts.values())


def test_a_touchpoint_keeps_its_journey_and_its_timelines(names: Names) -> None:
    texts = names.renamed("onboarding.yaml", "welcome-letter, within", "hello-letter")
    assert "touchpoints: [onboarding/hello-letter]" in texts["library.yaml"]
    assert "{after: hello-letter, within" in texts["onboarding.yaml"]
    assert "- id: hello-letter" in texts["onboarding.yaml"]


def test_a_journey_is_renamed_before_the_slash_too(names: Names) -> None:
    texts = names.renamed("onboarding.yaml", "onboarding", "joining")
    assert texts["onboarding.yaml"].startswith("journey: joining\n")
    assert "[joining/welcome-letter]" in texts["library.yaml"]


@pytest.mark.parametrize(
    ("name", "text", "new"),
    [
        ("onboarding.yaml", "Kick-off call", "first-call"),
        ("onboarding.yaml", "welcome-letter", "hello-letter"),
        ("onboarding.yaml", "sign", "join"),
        ("onboarding.yaml", "onboarding", "joining"),
        ("library.yaml", "csat-welcome", "csat-hello"),
    ],
)
def test_gaps_that_were_known_stay_known_under_the_new_name(
    names: Names, company: Path, cxmap, name: str, text: str, new: str
) -> None:
    lint = ("lint", "--profile", "strict", "--today", "2026-10-15")
    (company / "cxmap.yaml").write_text("cxmap: 1\nlint: {profile: strict}\n", encoding="utf-8")
    assert cxmap(*lint, "--write-baseline", cwd=company).returncode == 0
    names.client.type(company / "cxmap.yaml", "cxmap: 1\nlint: {profile: strict}\n")
    for file, whole in names.renamed(name, text, new).items():
        (company / file).write_text(whole, encoding="utf-8")
    done = cxmap(*lint, "--fail-on", "info", cwd=company)
    assert (done.returncode, "closed" in done.stderr) == (0, False), done.stdout


def test_a_name_in_words_still_finds_its_team(names: Names) -> None:
    texts = names.renamed("library.yaml", "support", "service")
    assert "id: service, name: Customer service" in texts["library.yaml"]
    assert "owner: service" in texts["library.yaml"]
    assert "onboarding.yaml" not in texts


def test_what_goes_by_its_name_gets_an_id(names: Names) -> None:
    texts = names.renamed("onboarding.yaml", "Kick-off call", "first-call")
    assert "- {id: first-call, what: Kick-off call" in texts["onboarding.yaml"]


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("support", "the id or name of another team"),
        ("Big Team", "is not an id; write `big-team`"),
        ("", "is not an id"),
    ],
)
def test_ids_that_clash_or_are_none_are_refused(names: Names, new: str, why: str) -> None:
    assert why in names.rename("library.yaml", "marketing", new)["error"]["message"]


def test_nothing_is_renamed_while_a_file_cannot_be_read(names: Names, company: Path) -> None:
    names.client.ask("textDocument/definition", names.place("onboarding.yaml", "marketing"))
    names.client.type(company / "onboarding.yaml", "journey: onboarding\nstages: [\n")
    answer = names.rename("library.yaml", "marketing", "brand")
    assert "onboarding.yaml cannot be read now" in answer["error"]["message"]


def test_the_editor_is_told_what_will_be_renamed(names: Names) -> None:
    ready = names.client.ask(
        "textDocument/prepareRename", names.place("onboarding.yaml", "Customer service")
    )
    assert ready["placeholder"] == "support"
    assert (
        names.client.ask("textDocument/prepareRename", names.place("onboarding.yaml", "same day"))
        is None
    )


def test_the_outline_follows_the_journey(names: Names, company: Path) -> None:
    document = {"textDocument": {"uri": (company / "onboarding.yaml").as_uri()}}
    (journey,) = names.client.ask("textDocument/documentSymbol", document)
    (stage,) = journey["children"]
    assert (journey["name"], stage["name"]) == ("New customer onboarding", "I sign up")
    assert [t["name"] for t in stage["children"]] == ["Welcome letter 😀", "Kick-off call"]
    assert journey["range"]["end"]["line"] == stage["range"]["end"]["line"] == 13


DATA = """\
data:
  - {id: survey, files: survey.csv, as: onboarding/welcome-letter}
  - id: visits
    files: visits.csv
    touchpoint: place
    names: {W: welcome-letter, S: "onboarding#sign"}
metrics:
  - {id: nps, kind: nps, source: {data: survey, value: score}}
listening:
  - {id: post, data: survey}
"""


def test_data_lead_to_their_source_and_follow_new_names(editor, company: Path) -> None:
    (company / "data.yaml").write_text(DATA)
    names = Names(editor(company), company)
    assert names.definition("data.yaml", "survey, value") == {"data.yaml:2"}
    assert names.references("data.yaml", "survey, files") == {"data.yaml:8", "data.yaml:10"}
    assert names.definition("data.yaml", "onboarding/welcome-letter") == {"onboarding.yaml:8"}
    changed = names.renamed("data.yaml", "survey, value", "answers")["data.yaml"]
    renamed = DATA.replace("id: survey", "id: answers").replace("data: survey", "data: answers")
    assert changed == renamed


def test_places_in_data_follow_new_names(editor, company: Path) -> None:
    (company / "data.yaml").write_text(DATA)
    names = Names(editor(company), company)
    changed = names.renamed("onboarding.yaml", "welcome-letter", "hello")["data.yaml"]
    assert changed == DATA.replace("welcome-letter", "hello")
    assert '"onboarding#join"' in names.renamed("onboarding.yaml", "sign\n", "join")["data.yaml"]
    changed = names.renamed("onboarding.yaml", "onboarding", "start")["data.yaml"]
    assert "start/welcome-letter" in changed and '"start#sign"' in changed
