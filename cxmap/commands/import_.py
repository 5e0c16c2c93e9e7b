"""`cxmap import`: a list of touchpoints becomes a map, or brings one up to date."""

from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands import _completion


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="The list, such as a spreadsheet; `-` is standard input."
        ),
    ],
    *,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="MAP",
            help="The map to write, new or to be brought up to date.",
            show_default="print it",
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="What the list is written in.",
            show_default="as its name ends",
            autocompletion=_completion.forms,
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="KEY=HEADER",
            help="What a column holds, where its header does not tell: `who=Squad`; repeatable.",
        ),
    ] = None,
    stage_rows: Annotated[
        bool,
        typer.Option(
            "--stage-rows", help="A row with one filled cell names the stage of the rows below."
        ),
    ] = False,
    sheet: Annotated[
        str | None,
        typer.Option(
            "--sheet",
            metavar="NAME",
            help="Which sheet of a workbook.",
            show_default="the first with touchpoints that is not hidden",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding", metavar="NAME", help="Of text, such as cp1252.", show_default="UTF-8"
        ),
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option(
            "--delimiter",
            metavar="CHARACTER",
            help="What parts the cells of a line; `tab` is one.",
            show_default="the one that makes a header",
        ),
    ] = None,
    journey: Annotated[
        str | None,
        typer.Option(
            "--journey",
            metavar="ID",
            help="The new map's id.",
            show_default="as the file is called",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="The new map's name in words.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
) -> None:
    """Make a map out of a list of touchpoints: CSV, TSV, XLSX, Markdown, text, Mermaid or JSON.

    Columns are known by many words; others are kept as `x-` keys. On a terminal it shows what it
    understood and asks before it writes.
    """
    from cxmap.commands import _importing

    how = _importing.How(
        file,
        format_,
        tuple(column or ()),
        stage_rows,
        encoding or "",
        delimiter or "",
        sheet or "",
    )
    raise typer.Exit(_importing.run(how, _importing.Target(into, journey, title), asks=not yes))
