"""`cxmap show`: a journey map in the terminal."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Color, Jobs
from cxmap.errors import CxmapError


def show(
    journey: Annotated[
        str | None,
        typer.Argument(
            metavar="JOURNEY[/STAGE]",
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
        typer.Option(
            "--width", metavar="N", min=40, help="Columns to use.", show_default="the terminal's"
        ),
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
    from cxmap.loading.lookup import find_journey, find_stage
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
    found = find_journey(loaded.workspace, f"{name}@{state}")
    stage = found.stages[find_stage(found, part)] if part else None
    sys.stdout.write(draw(found, facts, look, stage=stage, gaps=gaps))
