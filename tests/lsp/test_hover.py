"""What the pointer explains."""

from pathlib import Path

import pytest


@pytest.fixture
def pointing(editor, company: Path):
    """Point at the first character of some text in a file, and get the explanation."""
    client = editor(company)
    for file in company.glob("*.yaml"):
        client.open(file)

    def point(name: str, text: str, shift: int = 0) -> str:
        whole = (company / name).read_text(encoding="utf-8")
        at = whole.index(text) + shift
        line = whole.count("\n", 0, at)
        character = len(whole[whole.rfind("\n", 0, at) + 1 : at].encode("utf-16-le")) // 2
        found = client.ask("textDocument/hover", client.at(company / name, line, character))
        return found["contents"]["value"] if found else ""

    point.client = client
    return point


def test_a_key_says_what_it_means(pointing) -> None:
    assert pointing("onboarding.yaml", "who: marketing").startswith(
        "who: the one team that owns it"
    )


def test_a_team_says_who_it_is(pointing) -> None:
    assert pointing("onboarding.yaml", "marketing") == "Marketing (team)\nled by A. Osei"
    assert pointing("onboarding.yaml", "Customer service") == "Customer service (team)"


def test_a_metric_says_its_newest_reading(pointing) -> None:
    told = pointing("onboarding.yaml", "csat-welcome")
    assert "Welcome satisfaction (Customer satisfaction)" in told
    assert "target: 85%" in told
    assert "2026-09: 81.2% (n = 212)" in told


def test_a_figure_of_too_few_answers_is_not_shown(pointing, company: Path) -> None:
    file = company / "library.yaml"
    pointing.client.type(file, file.read_text(encoding="utf-8").replace("n: 212", "n: 4"))
    pointing.client.found(file)
    told = pointing("onboarding.yaml", "csat-welcome")
    while "fewer than 10 answers" not in told:
        pointing.client.found(file)
        told = pointing("onboarding.yaml", "csat-welcome")
    assert "81.2" not in told


def test_a_touchpoint_and_a_choice_say_what_they_are(pointing) -> None:
    assert "Welcome letter 😀 (touchpoint)" in pointing("onboarding.yaml", "welcome-letter, within")
    assert "top two boxes" in pointing("library.yaml", "csat\n")
    assert pointing("onboarding.yaml", "Kick-off call") == ""
