"""Writing a site: the whole folder or nothing, and never over somebody else's."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cxmap.errors import CxmapError

MARKER = ".cxmap-report"
_WORDS = "cxmap wrote this folder and replaces it as a whole.\n"


def check(folder: Path) -> None:
    """Refuse a folder that holds anything cxmap did not write.

    Raises:
        CxmapError: it does, or it is no folder.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise CxmapError(f"{folder} is not a folder; name one with -o")
    if not (folder / MARKER).is_file() and any(folder.iterdir()):
        raise CxmapError(
            f"{folder} holds files that cxmap did not write; name a new or an empty folder with -o"
        )


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write a site and return how many files it has.

    The files are written beside the folder first, which then takes the old one's place.

    Raises:
        CxmapError: the folder is not ours, or cannot be written.
    """
    check(folder)
    target = folder.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    except OSError as error:
        raise CxmapError(f"{folder} cannot be written: {error.strerror}") from None
    try:
        number = 0
        for name, data in files:
            if Path(name).name != name or name in {"", ".", ".."}:
                raise LookupError(f"{name} is no name for a file of a site")
            (fresh / name).write_bytes(data)
            number += 1
        (fresh / MARKER).write_text(_WORDS, encoding="utf-8")
        fresh.chmod(0o755)
        _replace(fresh, target)
    except OSError as error:
        raise CxmapError(f"{folder} cannot be written: {error.strerror}") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return number


def _replace(fresh: Path, target: Path) -> None:
    """Let the new folder take the place of the old one, which is back if that fails."""
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-old-"))
    try:
        target.rename(old / "site")
        try:
            fresh.rename(target)
        except OSError:
            (old / "site").rename(target)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
