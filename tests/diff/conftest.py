"""Workspaces out of a few words, for comparing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, read
from cxmap.source.tree import Memory


def load_files(files: dict[str, str]) -> Loaded:
    settings = "cxmap.yaml" if "cxmap.yaml" in files else None
    tree = Memory({path: text.encode() for path, text in files.items()})
    return read(Place(Path("nowhere"), settings), tree)


@pytest.fixture
def load_texts() -> Callable[[dict[str, str]], Loaded]:
    """Read a workspace out of texts by path."""
    return load_files


@pytest.fixture
def load_data() -> Callable[[dict[str, Any]], Loaded]:
    """Read a workspace out of data by path: what is JSON is YAML."""
    return lambda files: load_files({path: json.dumps(data) for path, data in files.items()})
