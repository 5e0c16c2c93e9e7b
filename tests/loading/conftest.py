"""What tests of loading share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, read
from cxmap.source.tree import Memory

Load = Callable[..., Loaded]


@pytest.fixture
def load() -> Load:
    """Load files that are given as text by path; `settings` is that of cxmap.yaml."""

    def loading(files: dict[str, str] | str, *, jobs: int = 1) -> Loaded:
        named = {"a.yaml": files} if isinstance(files, str) else files
        place = Place(Path("nowhere"), "cxmap.yaml" if "cxmap.yaml" in named else None)
        data = {path: text.encode() for path, text in named.items()}
        return read(place, Memory(data), jobs=jobs)

    return loading
