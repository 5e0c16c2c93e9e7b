"""What is offered while a line is half typed."""

from pathlib import Path

import pytest


def offered(client, file: Path, text: str) -> dict[str, dict]:
    """What is offered at the bar in a text."""
    before, after = text.split("|")
    client.found(file, client.type(file, before + after))
    line = before.count("\n")
    character = len(before.rpartition("\n")[2])
    found = client.ask("textDocument/completion", client.at(file, line, character))
    return {item["label"]: item for item in found["items"]} if found else {}


@pytest.fixture
def typing(editor, company: Path):
    """Type into a new map, and get what is offered."""
    file = company / "new.yaml"
    client = editor(company)
    client.open(file, "journey: other\n")
    client.found(file)
    return lambda text: offered(client, file, text)


STAGE = "journey: other\nstages:\n  - name: a\n    touchpoints:\n"


def test_keys_that_are_not_there_yet_are_offered_with_what_they_mean(typing) -> None:
    found = typing(STAGE + "      - what: Call\n        w|\n        how: phone\n")
    assert {"who", "when", "with"} <= set(found)
    assert not {"what", "how", "stages"} & set(found)
    assert "owns it" in found["who"]["detail"]
    assert found["who"]["textEdit"]["newText"] == "who: "


@pytest.mark.parametrize(
    "line",
    [
        "      - what: Call\n        who: |",
        "      - what: Call\n        with: [support, mar|",
        "      - what: Call\n        with:\n          - support\n          - |",
        "      - {what: Call, who: |, how: phone}",
        "      - {what: Call, who: mark|}",
        "      - Call - Phone - |",
        '      - what: Call\n        who: "m|"',
    ],
)
def test_ids_are_offered_wherever_a_reference_may_stand(typing, line: str) -> None:
    assert "marketing" in typing(STAGE + line + "\n")


def test_ids_are_found_by_their_names_and_replace_what_is_typed(typing) -> None:
    found = typing(STAGE + "      - what: Call\n        who: servi|\n")
    assert list(found) == ["support"]
    assert found["support"]["detail"] == "Customer service"
    edit = found["support"]["textEdit"]
    assert edit["newText"] == "support"
    assert edit["range"] == {
        "start": {"line": 5, "character": 13},
        "end": {"line": 5, "character": 18},
    }


def test_choices_are_offered(typing) -> None:
    assert list(typing(STAGE + "      - what: Call\n        met: |\n")) == [
        "missed",
        "met",
        "exceeded",
    ]
    assert list(typing(STAGE + "      - what: Call\n        moment_of_truth: |\n")) == [
        "true",
        "false",
    ]
    assert "csat" in typing("metrics:\n  - id: a\n    kind: |\n")


def test_a_timeline_offers_the_touchpoints_of_its_journey(typing) -> None:
    text = (
        STAGE + "      - {id: first-letter, what: Letter}\n      - {what: Call, when: {after: |}}\n"
    )
    assert list(typing(text)) == ["first-letter", "call"]


def test_places_in_other_files_are_offered(typing) -> None:
    assert "onboarding/welcome-letter" in typing("actions:\n  - title: a\n    touchpoints: [|]\n")
    assert "onboarding#sign" in typing('actions:\n  - title: a\n    stages: ["onboarding#|"]\n')


def test_a_broken_file_still_offers_what_it_held(editor, company: Path) -> None:
    file = company / "onboarding.yaml"
    client = editor(company)
    client.open(file)
    client.found(file)
    text = file.read_text(encoding="utf-8") + "      - {what: Call, when: {after: |"
    assert list(offered(client, file, text)) == ["welcome-letter", "kick-off-call"]


def test_the_top_of_a_file_offers_sections_and_settings_theirs(
    editor, company: Path, typing
) -> None:
    assert {"journey", "teams", "metrics"} <= set(typing("te|\n"))
    assert {"title", "stages", "teams"} <= set(typing("journey: a\n|\n"))
    file = company / "cxmap.yaml"
    client = editor(company)
    client.open(file)
    assert set(offered(client, file, "lint: {profile: |}\n")) == {"starter", "standard", "strict"}


@pytest.mark.parametrize(
    "text",
    [
        "# wh|\n",
        STAGE + "      - what: Ca|\n",
        "journey: a\nnote: |\n  stages|\n".replace("|", "\0", 1),
        "x-own:\n  who: |\n",
    ],
)
def test_prose_comments_and_own_keys_are_left_alone(typing, text: str) -> None:
    assert typing(text.replace("note: \0\n", "note: >\n")) == {}
