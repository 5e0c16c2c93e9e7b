"""`cxmap status`: how far the programme is."""

import sys
from typing import Annotated

import typer

from cxmap.commands._options import Color, Jobs, Paths, Today


def status(
    paths: Paths = None,
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|markdown", help="How it is shown.")
    ] = "text",
    color: Color = "auto",
    today: Today = None,
    jobs: Jobs = None,
) -> None:
    """Show the programme's eight steps: what is done, what is missing and what comes next."""
    from cxmap import registry
    from cxmap.commands import _options, _reading
    from cxmap.facts import Facts
    from cxmap.output.steps import Format
    from cxmap.programme import steps

    write = registry.load("cxmap.output.programme", form, Format).write
    day = _options.read_today(today)
    loaded = _reading.read_workspace(*_reading.place_and_tree(paths, None), jobs)
    settings = loaded.settings
    taken = steps(
        loaded.workspace,
        Facts(loaded.workspace),
        settings.calendar.calendar(),
        day,
        settings.lint.limits.redesign,
    )
    sys.stdout.write(write(taken, _options.look(color)))
