"""`cxmap conform`: planned against actual journeys."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Color, Jobs, Today
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.model.journey import Journey
    from cxmap.model.workspace import Workspace


def conform(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="The workspace.", show_default="the one at hand"),
    ] = None,
    *,
    journey: Annotated[
        list[str] | None,
        typer.Option(
            "--journey",
            metavar="ID",
            help="Only this journey; repeatable.",
            autocompletion=_completion.journeys,
        ),
    ] = None,
    grace: Annotated[
        int,
        typer.Option(
            "--grace",
            min=0,
            max=3_650,
            metavar="DAYS",
            help="A customer heard of no longer than this ago is under way, not gone.",
        ),
    ] = 30,
    min_n: Annotated[
        int | None,
        typer.Option(
            "--min-n",
            min=1,
            max=1_000_000,
            metavar="NUMBER",
            help="Tell nothing that fewer customers share.",
            show_default="as configured, or 10",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the SQL that was asked, to standard error.")
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|markdown",
            help="How it is shown.",
            autocompletion=_completion.one_of("text", "json", "markdown"),
        ),
    ] = "text",
    color: Color = "auto",
    today: Today = None,
    jobs: Jobs = None,
) -> None:
    """Hold the planned journey against the actual one: promises kept, drop-off, detours."""
    from cxmap import registry
    from cxmap.commands import _measuring, _options, _reading
    from cxmap.measure.asking import Ask
    from cxmap.measure.conforming import conform as run
    from cxmap.output.conformed import Format
    from cxmap.output.plain import plain

    write = registry.load("cxmap.output.conformance", form, Format).write
    day = _options.read_today(today)
    place, tree = _reading.place_and_tree([path] if path is not None else None, None)
    loaded = _reading.read_workspace(place, tree, jobs)
    journeys = _journeys(loaded.workspace, journey or ())
    least = min_n if min_n is not None else loaded.settings.privacy.min_n
    ask = Ask(day, min_n=least, grace=grace)
    with _measuring.Working() as working:
        working.on("events")
        found = run(loaded.workspace, loaded.settings, place.root, ask, journeys)
    sys.stdout.write(write(found, _options.look(color)))
    if least < loaded.settings.privacy.min_n:
        _measuring.warn_of_few(least, loaded.settings.privacy.min_n)
    if explain:
        for sql in found.sql:
            typer.echo(f"\n{sql};", err=True)
    if not found.paths and not found.problems:
        typer.echo("no event in the data is a touchpoint of these journeys", err=True)
    for problem in found.problems:
        typer.echo(plain(f"cxmap: {problem}"), err=True)
    raise typer.Exit(2 if found.problems or not found.paths else 0)


def _journeys(workspace: "Workspace", names: "list[str] | tuple[()]") -> "list[Journey]":
    """The current maps that are asked for; all of them where none is named."""
    from cxmap.words import did_you_mean, listed

    current = [journey for journey in workspace.journeys if journey.state == "current"]
    for name in names:
        if not any(journey.state == "current" for journey in workspace.maps_of(name)):
            known = list(dict.fromkeys(journey.id for journey in current))
            guess = did_you_mean(name, known) or f", there are: {listed(known, 20)}"
            raise CxmapError(f"there is no journey `{name}` as it is today{guess}")
    wanted = {id(found) for name in names for found in workspace.maps_of(name)}
    return [journey for journey in current if not names or id(journey) in wanted]
