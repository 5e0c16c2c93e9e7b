"""`cxmap new`: one more item in a workspace."""

from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Today

KINDS = (
    "journey",
    "target",
    "stage",
    "touchpoint",
    "customer",
    "team",
    "channel",
    "metric",
    "listening",
    "action",
)


def new(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=f"What to add: {', '.join(KINDS)}.",
            autocompletion=_completion.one_of(*KINDS),
        ),
    ],
    identity: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="Its id, or its name in words; for a target, the journey's id.",
            show_default=False,
        ),
    ] = None,
    *,
    where: Annotated[
        str,
        typer.Option(
            "--in",
            metavar="JOURNEY/STAGE",
            help="Where a stage or touchpoint belongs; `JOURNEY@target` is a target map.",
            show_default=False,
            autocompletion=_completion.journeys,
        ),
    ] = "",
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="An answer, in place of questions; repeatable.",
            show_default=False,
        ),
    ] = None,
    from_current: Annotated[
        bool,
        typer.Option("--from-current", help="Start a target as a copy of the map as it is today."),
    ] = False,
    show: Annotated[
        bool, typer.Option("--print", help="Print what would be added, and write nothing.")
    ] = False,
    today: Today = None,
) -> None:
    """Add a journey, stage, touchpoint, customer, team, metric and more to the right file.

    On a terminal it asks, in plain words; with `--set` it does not. Every other byte of the file
    stays, and nothing is written that `validate` would refuse.
    """
    from cxmap.commands import _adding, _options

    wish = _adding.Wish(kind, identity or "", where, tuple(answers or ()), from_current, show)
    _adding.run(wish, _options.read_today(today))
