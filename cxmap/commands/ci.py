"""`cxmap ci`: everything that a pull request is checked for, in one run."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands._options import FailOnConfigured, Jobs, NoCache, Outputs, Paths, Today


def ci(
    paths: Paths = None,
    *,
    output: Outputs = None,
    comment: Annotated[
        Path | None,
        typer.Option(
            "--comment",
            metavar="FILE",
            help="Write a comment for the pull request to this file.",
            show_default=False,
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="auto|REV",
            help="Only what is new since a git revision; `auto` is the base of the pull request.",
        ),
    ] = None,
    fail_on: FailOnConfigured = None,
    today: Today = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
) -> None:
    """Check maps and say what is missing, in the way of the build that it runs in.

    On GitHub findings become annotations and a step summary, elsewhere one line each.
    """
    from cxmap.commands import _checking, _host, _linting, _options, _writing

    if fail_on is not None:
        _options.check_choice(fail_on, _checking.FAIL_ON, "--fail-on")
    look = _options.look("auto")
    run = _checking.Run("lint", _options.read_today(today))
    done = _checking.check(run, paths, stdin_filename=None, jobs=jobs, cached=not no_cache)
    base = _host.base() if against == "auto" else against
    judged, notes = _linting.judge(run, done, _linting.Demands(base), jobs)
    outcome = judged.outcome
    results = replace(outcome.results, command="ci")
    outputs = [*(output or ()), *([f"markdown={comment}"] if comment else [])]
    _writing.write_results(results, _host.annotations(), look, outputs, notes)
    _host.add_summary(results)
    raise typer.Exit(outcome.exit_code(fail_on or outcome.fail_on))
