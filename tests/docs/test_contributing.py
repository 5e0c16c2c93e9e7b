"""What a new developer is told of the code base is true of it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_place_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:cxmap|tests|templates|docs)/[\w./-]+)`", PAGE))
    assert named and {place for place in named if not (ROOT / place).exists()} == set()


def test_it_names_every_folder_of_the_package() -> None:
    folders = {file.parent.name for file in (ROOT / "cxmap").glob("*/__init__.py")}
    assert folders == set(re.findall(r"^\| .*?`cxmap/(\w+)`", PAGE, re.MULTILINE)) | {"lsp"}
