"""`cxmap measure`: what customers say, out of feedback data."""

import sys
from dataclasses import replace
from typing import Annotated

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

_GRAINS = ("month", "week", "quarter", "year")


def measure(
    path: InWorkspace = None,
    *,
    metric: Annotated[
        list[str] | None,
        typer.Option("--metric", metavar="ID", help="Only this metric; repeatable."),
    ] = None,
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="|".join(_GRAINS),
            help="How long a period is.",
            autocompletion=_completion.one_of(*_GRAINS),
        ),
    ] = "month",
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="touchpoint|stage|journey|SEGMENT",
            help="Only these groups beside all answers; repeatable, `none` for no group.",
            show_default="touchpoint, stage and segments",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only periods that begin then or later."),
    ] = None,
    running: Annotated[
        bool, typer.Option("--open", help="The running period too, which is not over.")
    ] = False,
    grace: Grace = 30,
    min_n: MinN = None,
    explain: ExplainSql = False,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write them into `readings/`, for reports and lint to use."),
    ] = False,
    rejects: Rejects = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|csv|markdown",
            help="How readings are shown.",
            autocompletion=_completion.one_of("text", "json", "csv", "markdown"),
        ),
    ] = "text",
    timeout: Timeout = "1 hour",
    allow_remote: AllowRemote = None,
    remote_limit: RemoteLimit = None,
    color: Color = "auto",
    today: Today = None,
    jobs: Jobs = None,
) -> None:
    """Show what customers say: readings out of feedback data, with n, interval and change."""
    from cxmap import registry
    from cxmap.commands import _measuring, _options, _reading
    from cxmap.measure.patience import at_most
    from cxmap.measure.running import measure as run
    from cxmap.output import written
    from cxmap.output.measured import Format, Shown, remarks

    show = registry.load("cxmap.output.readings", form, Format).write
    day = _options.read_today(today)
    seconds = _measuring.read_timeout(timeout)
    place, tree = _reading.place_and_tree([path] if path is not None else None, None)
    loaded = _reading.read_workspace(place, tree, jobs)
    ask = _measuring.read_ask(loaded, day, metric, period, by, since, min_n, grace, running=running)
    working = _measuring.Working()
    ask = replace(ask, remote=_measuring.read_remote(allow_remote, remote_limit, working))
    with working, at_most(seconds, timeout):
        measured = run(loaded.workspace, loaded.settings, place.root, ask, working.on)
    if rejects is not None:
        _measuring.write_rejects(rejects, measured.sources)
    if write:
        files = written.files(measured, loaded.workspace.readings)
        _measuring.write_files(place.root, written.FOLDER, written.MARK, files)
    sys.stdout.write(show(Shown(measured, loaded.settings.currency or ""), _options.look(color)))
    _measuring.tell(measured, loaded, remarks(measured), form, explain=explain)
    raise typer.Exit(2 if measured.problems else 0)
