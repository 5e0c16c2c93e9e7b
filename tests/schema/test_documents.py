"""What people write is let through, and what the schema refuses, `validate` refuses too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxmap.commands.init import TEMPLATES, init

Told = Callable[..., list[str]]

ROOT = Path(__file__).parents[2]
WORKSPACES = sorted((ROOT / "examples").iterdir()) + sorted((ROOT / "tests/cases/maps").iterdir())


def texts(workspace: Path) -> Iterator[tuple[str, str]]:
    """The text of each file of ours, with what its schema is called."""
    for file in sorted(workspace.rglob("[!.]*.yaml")):
        kind = "settings" if file.name == "cxmap.yaml" else "files"
        yield file.read_text(encoding="utf-8"), kind


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: path.name)
def test_every_example_is_let_through_with_and_without_ids(workspace: Path, refused: Told) -> None:
    for text, kind in texts(workspace):
        assert refused(text, kind) == refused(text, kind, workspace=workspace) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_init_writes_is_let_through(template: str, tmp_path: Path, refused: Told) -> None:
    init(tmp_path, template=template, ci="none", today="2026-10-15")
    for text, kind in texts(tmp_path):
        assert refused(text, kind) == []


LET_THROUGH = {
    "nothing in it": "{}",
    "a journey and no more": "journey: onboarding",
    "an empty journey beside a section": "{journey: , teams: [{name: Sales}]}",
    "empty values": "{journey: a, title: , state: , customers: , stages: [{name: b, goal: }]}",
    "numbers and truths for text": "{journey: 404, title: 2026, stages: [{name: true}]}",
    "one for many": "{journey: a, tags: b2b, stages: {name: b, touchpoints: Call - Phone}}",
    "many": "{journey: a, agreed_by: [sales, 7], links: ['https://a.b', 'MAILTO:a@b.c']}",
    "one line": "{journey: a, stages: [{name: b, touchpoints: [Call - Phone - Sales, 404]}]}",
    "customers by id, by name and declared": "{journey: a, customers: [b, Big one, {name: C}]}",
    "customers in a library": "customers: {name: First-time buyer, pains: Waiting, kind: segment}",
    "emotions": "{journey: a, stages: {name: b, touchpoints: [{what: c, emotion: {d: -1, e: '−2'}},"
    " {what: f, emotion: +2, importance: '5', moment_of_truth: Yes}]}}",
    "timelines": "{journey: a, stages: {name: b, touchpoints: [{what: c, when: same day},"
    " {what: d, when: {after: c, within: 2 h}}, {what: e, when: {at: order, nth: 100}}]}}",
    "figures": "metrics: {name: a, kind: rate, target: 80%, warn: 7.5, readings: "
    "[{period: 2026, value: 81, n: 10}, {period: 2026-Q3, value: 80%}]}",
    "names instead of ids": "actions: {title: a, owner: Sales and more, touchpoints: [a/b c]}",
    "keys of one's own": "{x-own: {a: [1]}, teams: [{name: a, x-b: }]}",
    "data": "data: {id: a, segment: {plan: p, n: 1}, as: b, names: {A: b, C: }, csv: {missing: 0}}",
}


@pytest.mark.parametrize("document", LET_THROUGH.values(), ids=LET_THROUGH)
def test_what_validate_takes_is_let_through(document: str, refused: Told, found: Told) -> None:
    assert refused(document) == found(document) == []


REFUSED = {
    "an unknown key": "{journey: a, titel: b}",
    "a journey's key without a journey": "title: a",
    "a key of another part": "{journey: a, stages: [{name: b, what: c}]}",
    "a missing name": "{journey: a, stages: [{goal: b}]}",
    "neither id nor name": "teams: [{lead: a}]",
    "an empty key that has to be there": "{journey: a, stages: [{name: }]}",
    "a mapping for text": "{journey: a, title: {b: c}}",
    "a list for text": "{journey: a, title: [b]}",
    "text for a stage": "{journey: a, stages: [b]}",
    "a list for a choice": "{journey: a, state: []}",
    "an empty item": "{journey: a, tags: [b, ~]}",
    "a word that is no choice": "{journey: a, state: curent}",
    "an id with capitals": "teams: [{id: Sales}]",
    "a list for an id": "teams: [{id: [a]}]",
    "a number for a date": "{journey: a, as_of: 2026}",
    "a number for a duration": "listening: {name: a, every: 3}",
    "too much emotion": "{journey: a, stages: {name: b, touchpoints: {what: c, emotion: 3}}}",
    "neither yes nor no": "teams: {name: a, customer_facing: perhaps}",
    "no link": "{journey: a, links: example.com}",
    "no period": "readings: {period: 2026-13, value: 1}",
    "a truth for a figure": "readings: {period: 2026, value: true}",
    "another version": "cxmap: 2",
    "text for a strategy": "strategy: a",
    "a list of lists": "{journey: a, stages: [[{name: b}]]}",
    "a timeline's slip": "{journey: a, stages: {name: b, touchpoints: {what: c, when: {afer: d}}}}",
    "a list by name": "data: {id: a, where: {b: [c]}}",
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED)
def test_what_the_schema_refuses_validate_refuses_too(
    document: str, refused: Told, found: Told
) -> None:
    assert refused(document)
    assert found(document)


SETTINGS = {
    "a section": "teams: []",
    "a rule without a severity": "lint: {severity: {crowded-stage: loud}}",
    "a question that nobody asks": "lint: {coverage: {whom: 90}}",
    "more than everything": "lint: {coverage: {who: 101}}",
    "one number for two": "lint: {limits: {moments_of_truth: [10]}}",
    "options without names": "lint: {options: {crowded-stage: 12}}",
    "no level": "diff: {levels: {owner-changed: lost}}",
    "an engine without an address": "engines: {id: lake}",
    "a column for no key": "import: {columns: {whom: Squad}}",
    "no column for no key": "import: {columns: {whom: }}",
    "columns without a name": "import: {columns: Squad}",
    "an answer too few": "privacy: {min_n: 0}",
}


@pytest.mark.parametrize("document", SETTINGS.values(), ids=SETTINGS)
def test_settings_that_the_schema_refuses_validate_refuses_too(
    document: str, refused: Told, found: Told
) -> None:
    assert refused(document, "settings")
    assert found(document, "settings")
