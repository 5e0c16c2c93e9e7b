"""`cxmap serve`: the pages while they are being written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands._options import Paths, Today

if TYPE_CHECKING:
    from cxmap.serve.preview import Preview, Reading


def serve(
    paths: Paths = None,
    *,
    port: Annotated[
        int,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="Where to listen; 0 takes a free port."
        ),
    ] = 0,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    today: Today = None,
) -> None:
    """Show the pages in the browser while you write, with the findings beside them."""
    from cxmap import extras
    from cxmap.commands import _options, _reading

    extras.need("serve", "starlette", "uvicorn", "watchfiles")
    from cxmap.serve.preview import Preview
    from cxmap.serve.server import LOOPBACK, listen
    from cxmap.serve.server import serve as run

    place, _ = _reading.place_and_tree(paths, None)
    _options.read_today(today)  # a slip is told now

    def read() -> "Reading":
        return _read(paths, today)

    preview = Preview(read)
    listening = listen(port)
    address = f"http://{LOOPBACK}:{listening.getsockname()[1]}/"
    typer.echo(address)
    typer.echo("the pages follow the files; Ctrl-C stops", err=True)

    def say() -> None:
        _say(preview)

    if show:
        typer.launch(address)
    run(preview, listening, place.root, say)


def _read(paths: list[Path] | None, today: str | None) -> "Reading":
    """The workspace as it is now."""
    import gc

    from cxmap.commands import _checking, _options, _reading, _reporting
    from cxmap.finding import Severity
    from cxmap.serve.preview import Reading

    day = _options.read_today(today)  # a preview may run over midnight
    loaded = _reading.read_workspace(*_reading.place_and_tree(paths, None), None)
    gc.enable()  # what was read before is let go
    results = _checking.results(_checking.Run("lint", day), loaded)
    brief = _reporting.brief(loaded, results, day, (), None)
    made = _reporting.site(loaded, brief)
    sound = not any(finding.severity is Severity.ERROR for finding in loaded.findings)
    return Reading(made, results.findings, sound)


def _say(preview: "Preview") -> None:
    from cxmap.output.plain import plain
    from cxmap.words import count

    moment = preview.moment
    total = count(moment.state["total"], "finding", "findings")
    typer.echo(plain(f"{total}; {moment.problem}" if moment.problem else total), err=True)
