"""`cxmap git-diff-driver`: what `git diff` shows of a map."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands._options import Color, Today
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded

_ONE_FILE = 7
"""What git hands over: path, old file, its id, its mode, new file, its id, its mode."""

_RENAMED = 9
"""The same for a file with a new name: the new path, and how git found it."""


def git_diff_driver(
    given: Annotated[
        list[str],
        typer.Argument(metavar="…", help="What git hands over; nobody types this by hand."),
    ],
    *,
    color: Color = "auto",
    today: Today = None,
) -> None:
    """Show in `git diff` what a change of a map means for customers; see docs/how-to/git.md."""
    from cxmap.commands import _options

    if len(given) not in {1, _ONE_FILE, _RENAMED}:
        raise CxmapError(
            "git runs this by itself: write `*.yaml diff=cxmap` into `.gitattributes` and run"
            ' `git config diff.cxmap.command "cxmap git-diff-driver"`'
        )
    day = _options.read_today(today)
    path = given[0]
    if len(given) == 1:
        sys.stdout.write(f"{path}: the merge is not finished\n")
        return
    after = given[_ONE_FILE] if len(given) == _RENAMED else path
    old, new = (Path(given[n]).read_bytes() if given[n] != os.devnull else b"" for n in (1, 4))
    paged = (
        os.environ.get("GIT_PAGER_IN_USE") and color == "auto" and not os.environ.get("NO_COLOR")
    )
    look = _options.look("always" if paged else color)
    before_map, after_map = _read(path, old), _read(after, new)
    readable = all(loaded.files and not loaded.findings for loaded in (before_map, after_map))
    named = path if path == after else f"{path} -> {after}"
    if not readable and old and new:
        sys.stdout.write(_lines(path, after, old, new))
        return
    from cxmap.diff.comparison import compare_workspaces
    from cxmap.output.changed import Changed
    from cxmap.output.changes.text import FORMAT
    from cxmap.output.plain import plain

    comparison = compare_workspaces(before_map, after_map, ("before", "after"))
    said = FORMAT.write(Changed(comparison, comparison, day, after_map), look)
    sys.stdout.write(f"{plain(named)}\n\n{said or 'nothing changes for customers' + chr(10) * 2}")


def _read(path: str, data: bytes) -> "Loaded":
    """One file by itself, with the settings of the workspace around it."""
    from cxmap.loading.discover import Place, locate
    from cxmap.loading.workspace import read
    from cxmap.source.tree import Disk

    folder = Path(path).parent
    around = locate([folder]) if folder.is_dir() else Place(Path.cwd(), None)
    here = (Path.cwd().resolve() / path).relative_to(around.root).as_posix()
    only = (here,) if data else ()
    place = Place(around.root, around.settings, only)
    return read(place, Disk(around.root, only, {here: data} if data else {}))


def _lines(before: str, after: str, old: bytes, new: bytes) -> str:
    """What git itself would show, for a file that is no map or cannot be read."""
    from difflib import unified_diff

    from cxmap.output.plain import plain

    texts: Sequence[list[str]] = [d.decode(errors="replace").splitlines() for d in (old, new)]
    found = unified_diff(texts[0], texts[1], f"a/{before}", f"b/{after}", lineterm="")
    return "".join(f"{plain(line)}\n" for line in found)
