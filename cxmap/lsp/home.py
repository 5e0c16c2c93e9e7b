"""Which workspace a file in an editor belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pygls.uris import to_fs_path

from cxmap.loading.discover import Place, locate
from cxmap.source.tree import SUFFIXES


@dataclass(frozen=True, slots=True)
class Home:
    """Where a file stands.

    Attributes:
        place: the workspace it belongs to.
        path: its path in there.
    """

    place: Place
    path: str


def home(uri: str, folders: Iterable[str]) -> Home | None:
    """The workspace that a file belongs to, or None for what is no YAML file on disk.

    It is the nearest folder upward with a `cxmap.yaml`; else the innermost folder that is open in
    the editor; else the file by itself.

    Args:
        uri: the file, which need not be saved yet.
        folders: the folders that are open in the editor, as URIs.
    """
    full = _real(uri)
    if full is None or not full.name.endswith(SUFFIXES) or not full.parent.is_dir():
        return None
    around = locate([full.parent])
    if around.settings is not None:
        place = Place(around.root, around.settings)
    else:
        roots = [root for folder in folders if (root := _real_folder(folder))]
        inside = [root for root in roots if full.is_relative_to(root)]
        place = (
            Place(max(inside, key=lambda root: len(root.parts)), None)
            if inside
            else Place(full.parent, None, only=(full.name,))
        )
    return Home(place, full.relative_to(place.root).as_posix())


def _real(uri: str) -> Path | None:
    text = to_fs_path(uri)
    if not text or "\0" in text or not Path(text).is_absolute():
        return None
    return Path(text).parent.resolve() / Path(text).name


def _real_folder(uri: str) -> Path | None:
    text = to_fs_path(uri)
    return Path(text).resolve() if text and "\0" not in text else None
