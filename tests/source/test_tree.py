"""Which files a folder on disk gives."""

from pathlib import Path

import pytest

from cxmap.errors import CxmapError
from cxmap.source import tree


def test_a_whole_disk_is_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_FOLDERS", 3)
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/map.yaml").touch()
    everything = tree.Disk(tmp_path)
    assert everything.paths(lambda *_: False) == ["a/b/map.yaml"]
    (tmp_path / "c").mkdir()
    with pytest.raises(CxmapError, match="more than 3 folders below"):
        everything.paths(lambda *_: False)
    assert everything.paths(lambda path, _: path == "c") == ["a/b/map.yaml"]
