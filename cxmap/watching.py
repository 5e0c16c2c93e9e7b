"""Which changes on disk matter to somebody who watches a workspace."""

from collections.abc import Callable, Collection
from pathlib import Path

from watchfiles import Change, DefaultFilter


def followed(root: Path, endings: Collection[str]) -> Callable[[Change, str], bool]:
    """Tell changes of files with some endings, outside of hidden folders and those of tools.

    Args:
        root: the folder that is watched.
        endings: such as `.yaml`, in small letters.
    """
    kept = DefaultFilter()

    def matters(change: Change, path: str) -> bool:
        within = Path(path).relative_to(root)
        hidden = any(part.startswith(".") for part in within.parts)
        return within.suffix.lower() in endings and not hidden and kept(change, path)

    return matters
