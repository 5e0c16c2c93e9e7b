"""Writing a site: the whole folder or nothing, and never over somebody else's."""

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
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


Files = Iterable[tuple[str, bytes]]
"""Files by name, made one by one as they are written."""


def write(folder: Path, *shares: Files) -> None:
    """Write a site.

    The files are written beside the folder first, which then takes the old one's place.

    Args:
        folder: where to.
        shares: the files; every share after the first is made and written by a process of its own.

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
        _write_all(fresh, shares)
        (fresh / MARKER).write_text(_WORDS, encoding="utf-8")
        fresh.chmod(0o755)
        _replace(fresh, target)
    except OSError as error:
        raise CxmapError(f"{folder} cannot be written: {error.strerror}") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write_all(folder: Path, shares: Sequence[Files]) -> None:
    others = [_fork(folder, share) for share in shares[1:]]
    try:
        for share in shares[:1]:
            _write_each(folder, share)
        for other, share in zip(others, shares[1:], strict=True):
            other.join()
            if other.exitcode:  # once more and here, where what is wrong can be told
                _write_each(folder, share)
    finally:
        for other in others:
            other.terminate()
            other.join()


def _fork(folder: Path, share: Files) -> BaseProcess:
    process: BaseProcess = get_context("fork").Process(
        target=_write_quietly, args=(folder, share), daemon=True
    )
    process.start()
    return process


def _write_quietly(folder: Path, share: Files) -> None:
    try:
        _write_each(folder, share)
    except Exception:  # noqa: BLE001 (whatever it is, it comes up again where it is told)
        sys.exit(1)


def _write_each(folder: Path, files: Files) -> None:
    for name, data in files:
        if Path(name).name != name or name in {"", ".", ".."}:
            raise LookupError(f"{name} is no name for a file of a site")
        (folder / name).write_bytes(data)


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
