"""`cxmap report`: the pages people look at."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Jobs, Today
from cxmap.errors import CxmapError


def report(
    journeys: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="JOURNEY",
            help="Journeys by id or title, or a workspace's folder.",
            show_default="all",
            autocompletion=_completion.journeys,
        ),
    ] = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR|FILE",
            help="Where to write.",
            show_default="cxmap-report, or standard output for json",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="html|markdown|json|pdf",
            help="What to write.",
            show_default="by the ending of -o, or html",
        ),
    ] = None,
    single: Annotated[
        bool, typer.Option("--single-file", help="One file with everything in it.")
    ] = False,
    focus: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="team:ID|customer:ID", help="Only what a team or customer type needs."
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option("--include", metavar="SECTION", help="Only these pages and sections."),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="SECTION", help="Not these pages and sections."),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates", metavar="DIR", help="Templates that stand before the built-in ones."
        ),
    ] = None,
    show: Annotated[
        bool, typer.Option("--open", help="Open the first page in the browser.")
    ] = False,
    today: Today = None,
    jobs: Jobs = None,
) -> None:
    """Write pages that people want to look at: journey maps, dashboard, teams, customers."""
    from cxmap.commands import _checking, _options, _reading, _reporting

    name = _reporting.form(form, output)
    if name == "json" and (include or exclude or templates or show):
        raise CxmapError("--include, --exclude, --templates and --open are for pages, not for json")
    day = _options.read_today(today)
    single = single or _reporting.names_file(output)
    names, paths = _reporting.sort_out(journeys or ())
    place, tree = _reading.place_and_tree(paths, None)
    sections = _reporting.sections(_names(include), _names(exclude))
    loaded = _reading.read_workspace(place, tree, jobs)
    results = _checking.results(_checking.Run("lint", day), loaded)
    brief = _reporting.brief(loaded, results, day, names, focus)
    made = _reporting.prepare(
        name, loaded, brief, sections, templates, named=bool(names), single=single
    )
    if name == "json" and output is None:
        for _, data in made.files():
            sys.stdout.write(data.decode())
        return
    first = _reporting.write(made, output, jobs)
    typer.echo(first.as_posix())
    if show:
        typer.launch(first.resolve().as_uri())


def _names(values: list[str] | None) -> list[str]:
    """Names of sections, which may also stand in one value with commas between them."""
    return [name.strip() for value in values or () for name in value.split(",") if name.strip()]
