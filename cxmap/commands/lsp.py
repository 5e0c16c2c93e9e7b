"""`cxmap lsp`: completion, explanation and gaps in an editor, while you type."""

import sys
from typing import Annotated

import typer

from cxmap.commands._options import Today


def lsp(
    *,
    today: Today = None,
    stdio: Annotated[  # noqa: ARG001 (some editors name it, and there is no other way)
        bool, typer.Option("--stdio", hidden=True)
    ] = True,
) -> None:
    """Serve an editor: gaps as you type, completion, explanations; see docs/how-to/editors.md."""
    import gc
    import signal

    from cxmap import extras
    from cxmap.commands import _options

    extras.need("lsp", "pygls")
    _options.read_today(today)  # a slip is told now
    from cxmap.lsp.server import serve

    gc.enable()  # an editor keeps it running for days
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else whoever runs it by hand waits for a line
    if sys.stdin.isatty():
        typer.echo("an editor starts this and speaks to it; Ctrl-C stops", err=True)
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else may stand between answers
    serve(lambda: _options.read_today(today), sys.stdin.buffer, answers)
