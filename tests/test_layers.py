"""Imports go from the commands down to the sources of text, never back and never sideways."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cxmap"

LAYERS = (
    {"errors", "streams", "version"},
    {"extras", "watching", "words"},
    {"registry", "resources", "source", "timing", "intervals"},
    {"estimate"},
    {"kind", "finding", "fraction", "profile"},
    {"kinds", "about"},
    {"model"},
    {"loading"},
    {"facts"},
    {"freshness", "experience"},
    {"lint", "diff", "measure", "programme"},
    {"output"},
    {"report", "schema", "outcome", "snapshot", "baseline"},
    {"cache", "lsp", "serve", "writing"},
    {"inventory"},
    {"commands"},
    {"cli"},
)
"""The floors of the house, lowest first: a name may import what stands below it."""

FLOOR = {name: floor for floor, names in enumerate(LAYERS) for name in names}


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if p.name not in {"__init__.py", "__main__.py"})


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "cxmap":
                yield from (alias.name for alias in node.names)
            elif node.module.startswith("cxmap."):
                yield node.module.split(".")[1]


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_the_floors_below_its_own(module: Path) -> None:
    own = module.relative_to(PACKAGE).with_suffix("").parts[0]
    others = {name for name in imported(module) if name != own}
    assert {name for name in others if FLOOR[name] >= FLOOR[own]} == set()
