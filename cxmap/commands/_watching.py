"""Checking again after every save, until somebody stops it: `cxmap lint --watch`."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.commands._checking import Done, Run
    from cxmap.commands._linting import Demands
    from cxmap.loading.discover import Place
    from cxmap.loading.workspace import Loaded

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_SETTLE = 50
"""Milliseconds in which saves that belong together are taken as one."""

_ROUND = 100
"""Milliseconds after which the watcher says that nothing happened."""


def lint(
    run: "Run",
    paths: Sequence[Path] | None,
    demands: "Demands",
    show: "Callable[[Done, tuple[str, ...]], None]",
    *,
    today: str | None,
    jobs: int | None,
) -> None:
    """Lint after every save.

    Args:
        run: what is asked for.
        paths: files and folders that were named.
        demands: what findings and coverage are held against.
        show: prints what came of it.
        today: the date to go by, as it was written; it may change while this runs.
        jobs: how many processes may read.

    Raises:
        CxmapError: a path does not exist or is standard input, or the watcher is not installed.
    """
    from cxmap import extras
    from cxmap.commands import _checking, _linting, _options, _reading

    extras.need("watch", "watchfiles")
    if Path(_reading.STDIN) in (paths or ()):
        raise CxmapError("`--watch` follows files: leave `-` out")
    place, _ = _reading.place_and_tree(paths, None)
    before: Loaded | None = None

    def once() -> None:
        nonlocal before
        now = run._replace(today=_options.read_today(today))
        done = _checking.check_again(now, paths, before, jobs)
        before = done.loaded
        show(*_linting.judge(now, done, demands, jobs))

    watch(place, once)


def watch(place: "Place", once: Callable[[], None]) -> None:
    """Check once, then again after every change; Ctrl-C ends it.

    Args:
        place: the workspace.
        once: checks, and prints what it finds; where it cannot, that is told and waited out.
    """
    from watchfiles import watch as changes

    from cxmap.source.tree import SUFFIXES
    from cxmap.watching import followed

    try:
        rounds = changes(
            place.root,
            watch_filter=followed(place.root, SUFFIXES),
            debounce=_SETTLE,
            step=20,
            rust_timeout=_ROUND,
            yield_on_timeout=True,
            raise_interrupt=True,
            recursive=place.only is None,
        )
        next(rounds)  # from here on no save is missed
        _show(once)
        for found in rounds:
            if found:
                _show(once)
    except KeyboardInterrupt:
        return


def _show(once: Callable[[], None]) -> None:
    from cxmap.output.plain import plain

    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    try:
        once()
    except CxmapError as error:
        typer.echo(plain(f"cxmap: {error}"), err=True)
    sys.stdout.flush()
    typer.echo("waiting for the next save; Ctrl-C stops", err=True)
