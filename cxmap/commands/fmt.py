"""`cxmap fmt`: maps in one order and layout."""

from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands._options import Jobs, StdinFilename, Today


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            help="Files or folders to write; `-` is standard input.",
            show_default="the workspace",
        ),
    ] = None,
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 where a file would change."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="The same, and show what would change.")
    ] = False,
    expand: Annotated[
        bool, typer.Option("--expand", help="Also write touchpoints of one line out, key by key.")
    ] = False,
    today: Today = None,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
) -> None:
    """Write maps in one order of keys and one layout; comments and blank lines stay.

    Only layout changes: a file that would mean anything else stays as it is. `-` reads standard
    input and prints the result.
    """
    from cxmap.commands import _formatting, _options

    wish = _formatting.Wish(check, diff, expand)
    raise typer.Exit(_formatting.run(paths, wish, _options.read_today(today), stdin_filename, jobs))
