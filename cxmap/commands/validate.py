"""`cxmap validate`: can it be read, and does it hang together."""

import typer

from cxmap.commands._options import (
    Color,
    FailOn,
    FormatName,
    Jobs,
    Outputs,
    Paths,
    StdinFilename,
    Today,
)


def validate(
    paths: Paths = None,
    *,
    form: FormatName = None,
    output: Outputs = None,
    fail_on: FailOn = "error",
    color: Color = "auto",
    today: Today = None,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
) -> None:
    """Check that maps can be read and hang together, to the line and column."""
    from cxmap.about import READING
    from cxmap.commands import _checking, _options, _reading, _writing

    _options.check_choice(fail_on, _checking.FAIL_ON, "--fail-on")
    day = _options.read_today(today)
    look = _options.look(color)
    name = form or ("full" if look.width else "concise")
    loaded = _reading.read_workspace(paths, stdin_filename, jobs)
    results = _checking.results("validate", loaded, loaded.findings, READING, day)
    _writing.write_results(results, name, look, output or ())
    raise typer.Exit(_checking.exit_code(results, loaded, fail_on))
