"""What tests of the schema share: YAML 1.2 as other programs read it, and the two verdicts."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, load, read
from cxmap.schema.files import files_schema, settings_schema
from cxmap.source.tree import Memory

ROOT = Path(__file__).parents[2]

Told = Callable[..., list[str]]

FORM = {"yaml-syntax", "unknown-key", "wrong-type", "bad-value", "missing-key"}
"""The rules that one file alone can break."""


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, in which a date, `yes` and `12:30` are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (as PyYAML declares it)


for tag, pattern in {
    "null": r"(?:~|null|Null|NULL|)$",
    "bool": r"(?:true|True|TRUE|false|False|FALSE)$",
    "int": r"[-+]?[0-9]+$",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)


@cache
def validator(kind: str, workspace: Path | None = None) -> Draft202012Validator:
    if kind == "settings":
        return Draft202012Validator(settings_schema())
    return Draft202012Validator(files_schema(load(workspace).workspace if workspace else None))


@pytest.fixture(scope="session")
def refused() -> Told:
    """What a schema says against some YAML, or against data as they are."""

    def refusing(document: Any, kind: str = "files", *, workspace: Path | None = None) -> list[str]:
        data = yaml.load(document, Core) if isinstance(document, str) else document  # noqa: S506
        return [error.message for error in validator(kind, workspace).iter_errors(data)]

    return refusing


@pytest.fixture(scope="session")
def found() -> Told:
    """The rules of form that `validate` finds broken in some YAML, or in data as they are."""

    def finding(document: Any, kind: str = "files") -> list[str]:
        text = document if isinstance(document, str) else json.dumps(document)
        return [f.rule for f in loaded(text, kind).findings if f.rule in FORM]

    return finding


def loaded(text: str, kind: str) -> Loaded:
    if kind == "settings":
        files = {"cxmap.yaml": text.encode(), "a.yaml": b"journey: a"}
        return read(Place(Path("nowhere"), "cxmap.yaml"), Memory(files))
    place = Place(Path("nowhere"), None, narrowed=("a.yaml",))
    return read(place, Memory({"a.yaml": text.encode()}))
