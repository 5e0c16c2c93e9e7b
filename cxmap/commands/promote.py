"""`cxmap promote`: the target becomes the map as it is today."""

from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Today


def promote(
    journey: Annotated[
        str,
        typer.Argument(
            metavar="JOURNEY",
            help="The journey whose target has come true.",
            autocompletion=_completion.journeys,
        ),
    ],
    *,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
    today: Today = None,
) -> None:
    """Make a journey's target the map as it is today.

    The target's text takes the place of today's map, comments and all. What points at touchpoints
    that were replaced follows them; what was dropped stays as a comment. Files that git does not
    have are kept beside, as `FILE.before-DATE`.
    """
    from cxmap.commands import _options, _promoting

    _promoting.run(journey, _options.read_today(today), diff=diff)
