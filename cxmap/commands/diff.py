"""`cxmap diff`: what changes for the customer."""

from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import CHANGES_FAIL_ON, Color, Jobs, Today


def diff(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="JOURNEY|REV|A..B|A...B|PATH PATH",
            help="Journeys against their targets, a git revision against the files as they are, "
            "a range of revisions, or two files or folders.",
            show_default="every journey that has a target",
        ),
    ] = None,
    *,
    staged: Annotated[
        bool, typer.Option("--staged", help="What is staged for the next commit.")
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How changes are shown: text, brief, json, markdown, html, github.",
            autocompletion=_completion.changes,
        ),
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o", "--output", metavar="FORMAT=FILE", help="Write changes to a file too; repeatable."
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="|".join(CHANGES_FAIL_ON),
            help="From which level on to exit with 1.",
        ),
    ] = "never",
    level: Annotated[
        str,
        typer.Option(
            "--level",
            metavar="loss|risk|gain|note",
            help="Down to which level changes are shown.",
        ),
    ] = "note",
    renames: Annotated[
        bool,
        typer.Option("--renames/--no-renames", help="Find items that clearly only got another id."),
    ] = True,
    ignore_wording: Annotated[
        bool, typer.Option("--ignore-wording", help="Leave out what only reads otherwise.")
    ] = False,
    color: Color = "auto",
    today: Today = None,
    jobs: Jobs = None,
) -> None:
    """Say what changes for the customer: losses, risks and gains, and who delivers them."""
    from cxmap.commands import _checking, _comparing, _options, _writing
    from cxmap.diff.comparison import narrowed
    from cxmap.diff.judge import WORDING
    from cxmap.diff.level import LEVELS
    from cxmap.output.changed import Changed, closing

    _options.check_choice(fail_on, CHANGES_FAIL_ON, "--fail-on")
    least = LEVELS.index(_options.check_choice(level, LEVELS, "--level"))
    look = _options.look(color)
    day = _options.read_today(today)
    compared = _comparing.compare(what or (), staged=staged, guess=renames, jobs=jobs)
    comparison, loaded = _comparing.accepted(compared, day), compared.loaded
    if ignore_wording:
        comparison = narrowed(comparison, lambda change: change.kind != WORDING)
    failed = _comparing.fails(comparison, fail_on)
    shown = narrowed(comparison, lambda change: change.level <= least)
    bases = _checking.base(loaded.place.root), _checking.base(compared.root)
    changed = Changed(comparison, shown, day, loaded, *bases)
    _writing.write_shown(_writing.CHANGES, changed, form, look, output or ())
    typer.echo(closing(comparison, compared.read), err=True)
    raise typer.Exit(1 if failed else 0)
