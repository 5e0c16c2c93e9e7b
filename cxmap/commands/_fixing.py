"""Fixing what a program can fix, and showing what it would."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cxmap.commands import _checking
from cxmap.commands._changing import barred, show_changes, write_changes
from cxmap.commands._reading import STDIN, place_and_tree, read_workspace
from cxmap.errors import CxmapError
from cxmap.words import count

if TYPE_CHECKING:
    from cxmap.lint.mending import Mended


class Wish(NamedTuple):
    """What is asked for.

    Attributes:
        fix: write fixes.
        unsafe: those too that are good guesses.
        show: show them instead of writing.
    """

    fix: bool
    unsafe: bool
    show: bool


def fix(run: _checking.Run, paths: Sequence[Path] | None, wish: Wish, jobs: int | None) -> int:
    """Write fixes into the files that are reported on, or show what would be written.

    Nothing is remembered from an earlier run, and what is written was read again before.

    Returns:
        how many findings were fixed, or would be.

    Raises:
        CxmapError: there is no file to fix, or one cannot be written.
    """
    if not (wish.fix or wish.show):
        raise CxmapError("`--unsafe-fixes` goes with `--fix`, or with `--show-fixes` to see them")
    if Path(STDIN) in (paths or ()):
        raise CxmapError("standard input cannot be fixed: name a file")
    from cxmap.lint.mending import mend

    place, tree = place_and_tree(paths, None)
    loaded = read_workspace(place, tree, jobs)
    mended = mend(
        loaded,
        tree,
        lambda found: _checking.results(run, found).findings,
        barred(place.root),
        unsafe=wish.unsafe,
    )
    if wish.show:
        show_changes(mended.before, mended.after)
    else:
        write_changes(tree, mended.before, mended.after)
    for line in _told(mended, wish):
        typer.echo(line, err=True)
    return len(mended.done)


def _told(mended: "Mended", wish: Wish) -> Iterator[str]:
    done, where = count(len(mended.done), "finding"), count(len(mended.after), "file")
    if not mended.done:
        yield "nothing to fix"
    else:
        yield f"{'would fix' if wish.show else 'fixed'} {done} in {where}"
    for path, why in sorted(mended.refused.items()):
        yield f"{path} is left as it is: {why}"
    left = len([f for f in mended.left if f.span.path not in mended.refused])
    if left:
        yield f"{count(left, 'fix', 'fixes')} could not be applied"
    if mended.guesses:
        more = "`--unsafe-fixes --show-fixes` shows them"
        yield f"{count(mended.guesses, 'finding')} more can be fixed by a good guess: {more}"
