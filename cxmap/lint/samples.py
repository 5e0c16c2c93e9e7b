"""The samples of a rule's page, read as the workspaces they are."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, read
from cxmap.source.tree import Memory

TODAY = date(2026, 10, 15)
"""The date that samples go by."""

_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


def files(sample: str) -> dict[str, str]:
    """The text of every file of a sample: it is one file, or several that begin `# file: name`."""
    parts = _FILE.split(sample)
    if len(parts) == 1:
        return {"sample.yaml": sample}
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def load(texts: Mapping[str, str]) -> Loaded:
    """Read files that are nowhere on disk."""
    settings = "cxmap.yaml" if "cxmap.yaml" in texts else None
    tree = Memory({path: text.encode() for path, text in texts.items()})
    return read(Place(Path("nowhere"), settings), tree)
