"""`cxmap lint`: what is missing in the experience."""

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import (
    Against,
    BaselineFile,
    Color,
    FailOnConfigured,
    GroupedFormatName,
    Jobs,
    MinCoverage,
    NoBaseline,
    NoCache,
    Outputs,
    Paths,
    Profile,
    StdinFilename,
    Today,
)
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.commands._checking import Done


def lint(
    paths: Paths = None,
    *,
    form: GroupedFormatName = None,
    output: Outputs = None,
    fail_on: FailOnConfigured = None,
    profile: Profile = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="RULE", help="Only these rules.", autocompletion=_completion.rules
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="RULE", help="Not these rules.", autocompletion=_completion.rules
        ),
    ] = None,
    against: Against = None,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Take all gaps there are for known.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take closed gaps out of the baseline.")
    ] = False,
    min_coverage: MinCoverage = None,
    most: Annotated[
        int | None,
        typer.Option(
            "--max",
            metavar="N",
            min=1,
            help="How many findings text shows; the rest is counted.",
            show_default="10 on a terminal, all in a pipe",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule, in place of showing them.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write what is certain into the files, then check.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With a fix: good guesses too; read them after.")
    ] = False,
    show_fixes: Annotated[
        bool,
        typer.Option(
            "--show-fixes", help="Show fixes as a diff, and write nothing; 1 where there are some."
        ),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again after every save, until Ctrl-C.")
    ] = False,
    color: Color = "auto",
    today: Today = None,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
) -> None:
    """Check maps, then say what is missing: owner, timeline, channel, feedback and more."""
    from cxmap.commands import _adoption, _checking, _linting, _options, _writing

    _options.check_choice(fail_on or "error", _checking.FAIL_ON, "--fail-on")
    look = _options.look(color, most=most)
    if statistics and form is not None:
        raise CxmapError("`--statistics` shows counts in place of findings: leave --format out")
    floors = _linting.read_floors(min_coverage)
    run = _checking.Run("lint", _options.read_today(today), profile, _names(select), _names(ignore))
    fixing = fix or unsafe_fixes or show_fixes
    name = "statistics" if statistics else form or ("grouped" if look.width else "concise")
    demands = _linting.Demands(against, baseline, no_baseline, floors)
    if watch:
        from cxmap.commands import _watching

        if fixing or write_baseline or prune_baseline:
            raise CxmapError("`--watch` only looks: leave out what writes files")

        def show(done: "Done", notes: tuple[str, ...]) -> None:
            _writing.write_results(done.outcome.results, name, look, output or (), notes)

        _watching.lint(run, paths, demands, show, today=today, jobs=jobs)
        raise typer.Exit
    if fixing:
        from cxmap.commands import _fixing

        fixed = _fixing.fix(run, paths, _fixing.Wish(fix, unsafe_fixes, show_fixes), jobs)
        if show_fixes:
            raise typer.Exit(1 if fixed and fail_on != "never" else 0)
    cached = not (no_cache or fixing)
    sought = _checking.seek(paths, stdin_filename=stdin_filename, cached=cached)
    if not (output or write_baseline or prune_baseline):
        _linting.say(run, sought, demands, jobs, _linting.Shown(name, look, fail_on))
    done = _checking.check(run, sought, jobs)
    if write_baseline:
        typer.echo(_adoption.write(run, done, baseline), err=True)
        raise typer.Exit
    judged, notes = _linting.judge(run, done, demands, jobs)
    if prune_baseline:
        notes = (_adoption.prune(run, done, _adoption.read(done, baseline)),)
    _writing.write_results(judged.outcome.results, name, look, output or (), notes)
    raise typer.Exit(judged.outcome.exit_code(fail_on or judged.outcome.fail_on))


def _names(values: list[str] | None) -> tuple[str, ...]:
    """Rule names, which may also stand in one value with commas between them."""
    names = (name.strip() for value in values or () for name in value.split(","))
    return tuple(name for name in names if name)
