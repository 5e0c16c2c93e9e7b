"""`cxmap ci`: everything that a pull request is checked for, in one run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands._options import (
    CHANGES_FAIL_ON,
    FailOnConfigured,
    Jobs,
    NoCache,
    Outputs,
    Paths,
    Today,
)
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.output.changed import Changed


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
    fail_on_change: Annotated[
        str,
        typer.Option(
            "--fail-on-change",
            metavar="|".join(CHANGES_FAIL_ON),
            help="From which level of change on to exit with 1.",
        ),
    ] = "never",
    today: Today = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
) -> None:
    """Check maps, and say what is missing and what changes for customers, in a build.

    On GitHub findings become annotations and a step summary, elsewhere one line each. What changes
    since the base of the pull request is told in the summary and the comment.
    """
    from cxmap.commands import _checking, _comparing, _host, _linting, _options, _writing
    from cxmap.output.request import request

    if fail_on is not None:
        _options.check_choice(fail_on, _checking.FAIL_ON, "--fail-on")
    _options.check_choice(fail_on_change, CHANGES_FAIL_ON, "--fail-on-change")
    look = _options.look("auto")
    run = _checking.Run("lint", _options.read_today(today))
    sought = _checking.seek(paths, stdin_filename=None, cached=not no_cache)
    done = _checking.check(run, sought, jobs)
    base = _host.base()
    since = base if against == "auto" else against
    judged, notes = _linting.judge(run, done, _linting.Demands(since), jobs)
    outcome = judged.outcome
    results = replace(outcome.results, command="ci")
    changed, unsaid = None, ""
    if since or base:
        changed, unsaid = _changed(since, base, paths or (), run.today, jobs)
    elif against == "auto" or fail_on_change != "never":
        unsaid = "this build is for no pull request, so there is nothing to compare with"
    told = (*notes, *([unsaid] if unsaid else []), *([_closing(changed)] if changed else []))
    _writing.write_results(results, _host.annotations(), look, output or (), told)
    text = request(results, changed, [unsaid] if unsaid else ())
    if comment is not None:
        _writing.refuse_maps(comment)
        _writing.write_whole(comment, text)
    _host.add_summary(text)
    fails = changed is not None and _comparing.fails(changed.comparison, fail_on_change)
    code = outcome.exit_code(fail_on or outcome.fail_on)
    raise typer.Exit(code or int(fails))


def _changed(
    since: str | None, base: str | None, paths: Sequence[Path], today: date, jobs: int | None
) -> "tuple[Changed | None, str]":
    """What changed since a revision that is asked for, or since the base that the host names.

    Returns:
        what changed, or why that cannot be told: only what nobody asked for may be left out.
    """
    from cxmap.commands import _checking, _comparing
    from cxmap.output.changed import Changed

    try:
        compared = _comparing.since(since or base or "", paths, jobs=jobs)
    except CxmapError as error:
        if since:
            raise
        return None, f"what changes is not told: {error}"
    comparison, loaded = _comparing.accepted(compared, today), compared.loaded
    where = _checking.base(loaded.place.root)
    return Changed(comparison, comparison, today, loaded, where), ""


def _closing(changed: "Changed") -> str:
    from cxmap.output.changed import levels

    comparison = changed.comparison
    said = levels(comparison.changes) or "nothing changes"
    return f"{said} from {comparison.before} to {comparison.after}."
