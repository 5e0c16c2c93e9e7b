"""What editors underline, over text that is not yet saved."""

from pathlib import Path


def codes(found: list[dict]) -> list[str]:
    return [f["code"] for f in found]


def test_gaps_are_underlined_as_somebody_types(editor, company: Path) -> None:
    file = company / "onboarding.yaml"
    client = editor(company)
    client.open(file)
    assert client.found(file) == []
    version = client.type(
        file, file.read_text(encoding="utf-8").replace("who: marketing", "who: marketting")
    )
    (gap,) = client.found(file, version)
    assert gap["code"] == "unknown-reference"
    assert gap["severity"] == 1
    assert gap["range"] == {
        "start": {"line": 9, "character": 13},
        "end": {"line": 9, "character": 23},
    }
    assert "did you mean `marketing`?" in gap["message"]
    assert gap["relatedInformation"][0]["location"]["uri"] == (company / "library.yaml").as_uri()
    assert client.leave() == 0


def test_columns_are_utf_16_units_unless_the_editor_asks_for_others(editor, company: Path) -> None:
    file = company / "onboarding.yaml"
    text = "journey: x\nstages: [{name: 😀, touchpoints: [{what: b, owner: c}]}]\n"
    for encodings, column in ((None, 44), (["utf-32"], 43), (["utf-8"], 46)):
        client = editor(
            company, **({"general": {"positionEncodings": encodings}} if encodings else {})
        )
        client.open(file, text)
        gap = next(f for f in client.found(file) if f["code"] == "unknown-key")
        assert gap["range"]["start"] == {"line": 1, "character": column}


def test_what_one_file_breaks_in_another_is_told_there(editor, company: Path) -> None:
    library, journey = company / "library.yaml", company / "onboarding.yaml"
    client = editor(company)
    client.open(library)
    client.found(library)
    client.type(
        library,
        library.read_text(encoding="utf-8")
        .replace("id: marketing", "id: brand")
        .replace("name: Marketing", "name: Brand"),
    )
    assert codes(client.found(journey)) == ["unknown-reference"]
    client.type(library, library.read_text(encoding="utf-8"))
    assert client.found(journey) == []


def test_a_broken_file_says_where_and_the_next_keystroke_mends_it(editor, company: Path) -> None:
    file = company / "onboarding.yaml"
    text = file.read_text(encoding="utf-8")
    client = editor(company)
    client.open(file, text + "  - name: [I wait")
    assert codes(client.found(file)) == ["yaml-syntax"]
    assert client.found(file, client.type(file, text)) == []


def test_a_closed_file_counts_as_it_was_saved(editor, company: Path) -> None:
    library, journey = company / "library.yaml", company / "onboarding.yaml"
    client = editor(company)
    client.open(library, "teams: [{id: brand}]\n")
    client.open(journey)
    assert "unknown-reference" in codes(client.found(journey))
    client.close(library)
    assert client.found(journey) == []
    client.close(journey)
    assert client.found(journey) == []


def test_a_file_that_others_change_is_looked_at_again(editor, company: Path) -> None:
    library, journey = company / "library.yaml", company / "onboarding.yaml"
    client = editor(company)
    client.open(journey)
    client.found(journey)
    library.write_text("teams: [{id: brand}]\n", encoding="utf-8")
    client.tell(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": library.as_uri(), "type": 2}]}
    )
    assert "unknown-reference" in codes(client.found(journey))


def test_the_editor_is_asked_to_watch_files_where_it_can(editor, company: Path) -> None:
    client = editor(company, workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
    asked = client.wait(lambda m: m.get("method") == "client/registerCapability")
    assert asked["params"]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles"


def test_folders_without_settings_and_lone_files_are_maps_too(editor, tmp_path: Path) -> None:
    inside, alone = tmp_path / "maps" / "a.yaml", tmp_path / "elsewhere" / "b.yaml"
    for file in (inside, alone):
        file.parent.mkdir()
        file.write_text(
            "journey: x\nstages: [{name: y, touchpoints: [{what: z, wo: a}]}]\n", encoding="utf-8"
        )
    (tmp_path / "maps" / "teams.yaml").write_text("teams: [{id: b}]\n", encoding="utf-8")
    (tmp_path / "elsewhere" / "teams.yaml").write_text("teams: [{id: b}]\n", encoding="utf-8")
    client = editor(inside.parent)
    text = "journey: x\nstages: [{name: y, touchpoints: [{what: z, who: a}]}]\n"
    client.open(inside, text)
    assert "unknown-reference" in codes(client.found(inside))
    client.open(alone, text)
    assert "unknown-reference" not in codes(client.found(alone))


def test_several_folders_are_several_workspaces(editor, company: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "cxmap.yaml").write_text("cxmap: 1\n", encoding="utf-8")
    (other / "teams.yaml").write_text("teams: [{id: brand}]\n", encoding="utf-8")
    client = editor(company, other)
    text = "journey: x\nstages: [{name: y, touchpoints: [{what: z, who: marketing}]}]\n"
    client.open(company / "new.yaml", text)
    assert "unknown-reference" not in codes(client.found(company / "new.yaml"))
    client.open(other / "new.yaml", text)
    assert "unknown-reference" in codes(client.found(other / "new.yaml"))


def test_yaml_that_is_no_map_is_left_alone(editor, company: Path) -> None:
    client = editor(company)
    client.open(company / "environment.yml", "dependencies: [python]\n")
    client.open(company / ".hidden.yaml", "dependencies: [python]\n")
    client.open(company / "onboarding.yaml")
    client.found(company / "onboarding.yaml")
    assert not [m for m in client.said if m.get("method") == "textDocument/publishDiagnostics"]


def test_settings_are_checked_and_followed(editor, company: Path) -> None:
    settings, journey = company / "cxmap.yaml", company / "onboarding.yaml"
    client = editor(company)
    client.open(settings)
    client.found(settings)
    client.open(journey)
    assert client.found(journey) == []
    version = client.type(settings, "cxmap: 1\nexclude: [onboarding.yaml]\nlnt: {}\n")
    assert codes(client.found(settings, version)) == ["unknown-key"]
    client.type(settings, "cxmap: 1\nlint: {profile: strict}\n")
    assert "touchpoint-without-emotion" in codes(client.found(journey))
