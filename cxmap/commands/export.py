"""`cxmap export`: the touchpoints of a map as a list, for those who work in spreadsheets."""

from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Jobs


def export(
    journey: Annotated[
        str | None,
        typer.Argument(
            metavar="JOURNEY",
            help="The journey.",
            show_default="the only one",
            autocompletion=_completion.journeys,
        ),
    ] = None,
    *,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="What to write the list in.",
            show_default="as the file's name ends, or csv",
            autocompletion=_completion.forms,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Where to write it.", show_default="print it"
        ),
    ] = None,
    empty: Annotated[
        bool,
        typer.Option("--empty", help="A blank form to fill in at a workshop, without touchpoints."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file, where there is one already.")
    ] = False,
    state: Annotated[
        str, typer.Option("--state", metavar="current|target", help="As it is, or as it should be.")
    ] = "current",
    folder: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="The workspace.", show_default="here")
    ] = None,
    jobs: Jobs = None,
) -> None:
    """Write the touchpoints of a journey as a list, such as a workbook or a Mermaid diagram.

    `cxmap import` reads it back, so that a list that others filled in becomes the map again. A
    workbook has filters and drop-downs, and shades what nobody answered.
    """
    from cxmap.commands import _exporting

    wanted = _exporting.Wanted(journey, state, folder, jobs, empty)
    _exporting.run(wanted, format_, output, force=force)
