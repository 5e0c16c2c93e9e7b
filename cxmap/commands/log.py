"""`cxmap log`: the history of one touchpoint."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands._options import Color
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.model.journey import Journey
    from cxmap.model.touchpoint import Touchpoint
    from cxmap.model.workspace import Workspace


def log(
    touchpoint: Annotated[
        str,
        typer.Argument(
            metavar="[JOURNEY/]TOUCHPOINT",
            help="A touchpoint by id or name; `JOURNEY@target/…` for one of a target.",
        ),
    ],
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json", help="How it is shown.")
    ] = "text",
    color: Color = "auto",
    folder: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="The workspace.", show_default="here")
    ] = None,
) -> None:
    """Tell what became of one touchpoint, commit by commit, across new names and files."""
    from cxmap import registry
    from cxmap.commands import _options, _reading
    from cxmap.diff.history import history
    from cxmap.output.results import Format
    from cxmap.output.told import Told

    write = registry.load("cxmap.output.history", form, Format).write
    look = _options.look(color)
    loaded = _reading.read_workspace(*_reading.place_and_tree([folder or Path()], None), None)
    journey, found = _find(loaded.workspace, touchpoint)
    events = tuple(history(loaded, journey, found))
    told = Told(found.what, journey.touchpoint_path(found), events)
    sys.stdout.write(write(told, look))
    if not told.whole:
        message = "older changes are not in this shallow clone; `git fetch --unshallow` brings them"
        typer.echo(message, err=True)


def _find(workspace: "Workspace", name: str) -> "tuple[Journey, Touchpoint]":
    """The touchpoint that is meant; of both maps of a journey the current one."""
    from cxmap.words import did_you_mean, listed

    head, slash, part = name.rpartition("/")
    reference, _, state = head.partition("@")
    maps = workspace.maps_of(reference) if slash else workspace.journeys
    found = [
        (journey, touchpoint)
        for journey in maps
        if not state or journey.state == state
        for touchpoint in [workspace.touchpoint_index(journey).get(part)]
        if touchpoint is not None
    ]
    found.sort(key=lambda pair: pair[0].state != "current")
    journeys = list(dict.fromkeys(journey.id for journey, _ in found))
    if len(journeys) > 1:
        choices = listed([f"{journey}/{found[0][1].id}" for journey in journeys], 10)
        raise CxmapError(f"several journeys have a touchpoint `{part}`; choose from {choices}")
    if not found:
        known = sorted({t.id for journey in maps for t in journey.touchpoints()})
        raise CxmapError(f"there is no touchpoint `{name}`{did_you_mean(part, known)}")
    return found[0]
