"""The schema is sound, says what every key means, and offers the ids of a workspace."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cxmap.loading.discover import Place
from cxmap.loading.settings import Settings
from cxmap.loading.workspace import read
from cxmap.model.file import MapFile
from cxmap.model.workspace import Workspace
from cxmap.schema.changes import changes_schema
from cxmap.schema.conformance import conformance_schema
from cxmap.schema.files import files_schema, settings_schema
from cxmap.schema.findings import findings_schema
from cxmap.schema.keys import keys_of, parts_within
from cxmap.schema.readings import readings_schema
from cxmap.source.tree import Memory

MAP = b"""
journey: onboarding
title: Becoming a customer
stages:
  - name: I sign
    touchpoints: [Contract - Email - Sales, {what: Welcome letter, id: welcome}]
teams: [{id: sales, name: Sales team}, {id: marketing}]
channels: [{id: email, name: Newsletter, kind: digital}]
metrics: [{id: csat, name: How it went, kind: csat}]
data: [{id: survey, title: After the welcome, files: s.csv}]
"""
TARGET = b"{journey: onboarding, state: target, stages: [{name: I sign, touchpoints: Hello call}]}"
LIBRARY = b"customers: [{name: First buyer}]"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    files = {"a.yaml": MAP, "b.yaml": TARGET, "c.yaml": LIBRARY}
    return read(Place(Path("nowhere"), None), Memory(files)).workspace


@pytest.mark.parametrize(
    "schema",
    [
        files_schema,
        settings_schema,
        findings_schema,
        changes_schema,
        readings_schema,
        conformance_schema,
    ],
)
def test_a_schema_is_valid_itself(schema: Any) -> None:
    Draft202012Validator.check_schema(schema())


def test_a_schema_with_ids_is_valid_too(workspace: Workspace) -> None:
    Draft202012Validator.check_schema(files_schema(workspace))


@pytest.mark.parametrize("top", [MapFile, Settings])
def test_every_key_says_what_it_means(top: Any) -> None:
    keys = [
        (part.KIND, key.name, key.meaning) for part in parts_within(top) for key in keys_of(part)
    ]
    assert [key for key in keys if not key[2]] == []


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, definition in {"": schema, **schema["$defs"]}.items():
        yield from ((f"{name}.{k}", v) for k, v in definition.get("properties", {}).items())


@pytest.mark.parametrize("schema", [files_schema(), settings_schema()], ids=["files", "settings"])
def test_an_editor_has_words_for_every_key(schema: dict[str, Any]) -> None:
    assert [name for name, shape in properties(schema) if not shape.get("description")] == []


@pytest.mark.parametrize("schema", [files_schema(), settings_schema()], ids=["files", "settings"])
def test_every_definition_is_used_and_every_use_is_defined(schema: dict[str, Any]) -> None:
    assert set(references(schema)) == {f"#/$defs/{name}" for name in schema["$defs"]}


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from references(inner)


def offered(schema: dict[str, Any], name: str) -> dict[str, str]:
    known = schema["$defs"][f"known-{name}"]
    return dict(zip(known["enum"], known["enumDescriptions"], strict=True))


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("team", {"marketing": "", "sales": "Sales team"}),
        ("customer", {"first-buyer": "First buyer"}),
        ("metric", {"csat": "How it went"}),
        ("data", {"survey": "After the welcome"}),
        ("journey", {"onboarding": "Becoming a customer"}),
        ("stage", {"onboarding#i-sign": "Becoming a customer: I sign"}),
        (
            "touchpoint",
            {
                "onboarding/contract": "Becoming a customer: Contract",
                "onboarding/hello-call": "onboarding: Hello call",
                "onboarding/welcome": "Becoming a customer: Welcome letter",
            },
        ),
        (
            "current-touchpoint",
            {
                "contract": "Becoming a customer: Contract",
                "welcome": "Becoming a customer: Welcome letter",
            },
        ),
    ],
)
def test_ids_are_offered_with_their_names(
    workspace: Workspace, kind: str, ids: dict[str, str]
) -> None:
    assert offered(files_schema(workspace), kind) == ids


def test_built_in_channels_are_offered_by_the_name_that_a_workspace_gives_them(
    workspace: Workspace,
) -> None:
    assert offered(files_schema(), "channel")["email"] == "email, digital"
    assert offered(files_schema(workspace), "channel")["email"] == "Newsletter, digital"


def test_kinds_of_metric_are_offered_with_their_formulas() -> None:
    kind = files_schema()["$defs"]["metric"]["properties"]["kind"]
    assert kind["enum"][0] == "nps"
    assert kind["enumDescriptions"][0].startswith("Net Promoter Score: % promoters")


def test_names_and_new_ids_pass_beside_those_that_are_offered(workspace: Workspace) -> None:
    document = {"actions": [{"title": "a", "owner": "Sales team", "verify": ["csat", "later"]}]}
    assert Draft202012Validator(files_schema(workspace)).is_valid(document)
