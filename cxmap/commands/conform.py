"""`cxmap conform`: planned against actual journeys."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import (
    AllowRemote,
    Color,
    ExplainSql,
    Grace,
    InWorkspace,
    Jobs,
    MinN,
    Rejects,
    RemoteLimit,
    Timeout,
    Today,
)
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.model.journey import Journey
    from cxmap.model.workspace import Workspace


def conform(
    path: InWorkspace = None,
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
    grace: Grace = 30,
    min_n: MinN = None,
    explain: ExplainSql = False,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write it into `actual/`, for reports to use."),
    ] = False,
    rejects: Rejects = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|markdown",
            help="How it is shown.",
            autocompletion=_completion.one_of("text", "json", "markdown"),
        ),
    ] = "text",
    timeout: Timeout = "1 hour",
    allow_remote: AllowRemote = None,
    remote_limit: RemoteLimit = None,
    color: Color = "auto",
    today: Today = None,
    jobs: Jobs = None,
) -> None:
    """Hold the planned journey against the actual one: promises kept, drop-off, detours."""
    from cxmap import registry
    from cxmap.commands import _measuring, _options, _reading
    from cxmap.measure.asking import Ask
    from cxmap.measure.conforming import conform as run
    from cxmap.measure.patience import at_most
    from cxmap.output import kept
    from cxmap.output.conformed import Format, remarks

    show = registry.load("cxmap.output.conformance", form, Format).write
    day = _options.read_today(today)
    seconds = _measuring.read_timeout(timeout)
    place, tree = _reading.place_and_tree([path] if path is not None else None, None)
    loaded = _reading.read_workspace(place, tree, jobs)
    journeys = _journeys(loaded.workspace, journey or ())
    least = min_n if min_n is not None else loaded.settings.privacy.min_n
    working = _measuring.Working()
    remote = _measuring.read_remote(allow_remote, remote_limit, working)
    ask = Ask(day, min_n=least, grace=grace, remote=remote)
    with working, at_most(seconds, timeout):
        found = run(loaded.workspace, loaded.settings, place.root, ask, journeys, working.on)
    if rejects is not None:
        _measuring.write_rejects(rejects, found.sources)
    if write and not found.problems:  # what could not be read now stays as it was
        files = kept.files(found, journeys, loaded.workspace.actual)
        _measuring.write_files(place.root, kept.FOLDER, kept.MARK, files)
    sys.stdout.write(show(found, _options.look(color)))
    _measuring.tell(found, loaded, remarks(found), form, explain=explain)
    if not found.paths and not found.problems:
        typer.echo("no event in the data is a touchpoint of these journeys", err=True)
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
