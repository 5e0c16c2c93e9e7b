"""`cxmap validate`: can it be read, and does it hang together."""

import typer

from cxmap.commands._options import (
    Color,
    FailOn,
    FormatName,
    Jobs,
    NoCache,
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
    no_cache: NoCache = False,
) -> None:
    """Check that maps can be read and hang together, to the line and column."""
    from cxmap.commands import _checking, _options, _writing

    _options.check_choice(fail_on, _checking.FAIL_ON, "--fail-on")
    look = _options.look(color)
    run = _checking.Run("validate", _options.read_today(today))
    sought = _checking.seek(paths, stdin_filename=stdin_filename, cached=not no_cache)
    outcome = _checking.check(run, sought, jobs).outcome
    name = form or ("full" if look.width else "concise")
    _writing.write_results(outcome.results, name, look, output or ())
    raise typer.Exit(outcome.exit_code(fail_on))
