"""`cxmap show`: a journey map in the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Color, Jobs
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.model.journey import Journey, Stage
    from cxmap.model.workspace import Workspace


def show(
    journey: Annotated[
        str | None,
        typer.Argument(
            metavar="[JOURNEY[/STAGE]]",
            help="The journey to draw, or one of its stages by id, name or number.",
            show_default="the list of journeys",
            autocompletion=_completion.journeys,
        ),
    ] = None,
    *,
    state: Annotated[
        str, typer.Option("--state", metavar="current|target", help="As it is, or as it should be.")
    ] = "current",
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Only touchpoints at which something is missing.")
    ] = False,
    width: Annotated[
        int | None,
        typer.Option("--width", min=40, help="Columns to use.", show_default="the terminal's"),
    ] = None,
    ascii_only: Annotated[bool, typer.Option("--ascii", help="No symbols beyond ASCII.")] = False,
    color: Color = "auto",
    folder: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="The workspace.", show_default="here")
    ] = None,
    jobs: Jobs = None,
) -> None:
    """Draw a journey in the terminal, with its gaps marked in place."""
    from dataclasses import replace

    from cxmap.commands import _options, _reading
    from cxmap.facts import Facts
    from cxmap.output.journeys.map import draw
    from cxmap.output.journeys.overview import overview

    _options.check_choice(state, ("current", "target"), "--state")
    look = _options.look(color)
    look = replace(look, width=width or look.width, unicode=look.unicode and not ascii_only)
    loaded = _reading.read_workspace(*_reading.place_and_tree([folder or Path()], None), jobs)
    if not loaded.workspace.journeys:
        raise CxmapError("there is no journey that can be read; `cxmap validate` says more")
    facts = Facts(loaded.workspace)
    if journey is None:
        sys.stdout.write(overview(loaded.workspace, facts, look))
        return
    name, _, part = journey.partition("/")
    found = _find(loaded.workspace, name, state)
    stage = _stage(found, part) if part else None
    sys.stdout.write(draw(found, facts, look, stage=stage, gaps=gaps))


def _find(workspace: "Workspace", name: str, state: str) -> "Journey":
    from cxmap.words import did_you_mean, listed

    maps = workspace.maps_of(name)
    for found in maps:
        if found.state == state:
            return found
    if maps:
        raise CxmapError(f"{maps[0].label} has no {state} map")
    known = workspace.journey_ids
    guess = did_you_mean(name, known) or f", there are: {listed(known, 20)}"
    raise CxmapError(f"there is no journey `{name}`{guess}")


def _stage(journey: "Journey", name: str) -> "Stage":
    from cxmap.model.index import Index
    from cxmap.words import did_you_mean, listed

    if name.isdecimal() and 0 < int(name) <= len(journey.stages):
        return journey.stages[int(name) - 1]
    found = Index(journey.stages).get(name)
    if found is None:
        known = [stage.id for stage in journey.stages]
        guess = did_you_mean(name, known) or f", there are: {listed(known, 20)}"
        raise CxmapError(f"{journey.label} has no stage `{name}`{guess}")
    return found
