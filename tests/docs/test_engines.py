"""The page of the engines knows every engine there is, and what each needs."""

import re
import tomllib
from pathlib import Path

from cxmap import registry

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")


def test_every_engine_has_its_row():
    named = {
        scheme
        for row in re.findall(r"^\| \w.*", PAGE, re.MULTILINE)
        for scheme in re.findall(r"`(\w+)://", row)
    }
    assert named == {*registry.names("cxmap.measure.engines"), "sc"}


def test_every_extra_that_it_names_exists():
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    assert set(re.findall(r"cxmap\[(\w+)\]", PAGE)) <= set(extras)
