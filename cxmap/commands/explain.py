"""`cxmap explain`: what a rule finds, why a customer cares, and how it looks mended."""

from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Color


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="The rule; all of them without one.",
            autocompletion=_completion.rules,
        ),
    ] = None,
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="text|markdown|json", help="How it is shown.")
    ] = "text",
    color: Color = "auto",
) -> None:
    """Say what a rule finds, why a customer cares, and what to write."""
    import sys

    from cxmap import registry
    from cxmap.commands import _options, _rules
    from cxmap.lint.selection import check_name
    from cxmap.output.results import Format

    look = _options.look(color)
    write = registry.load("cxmap.output.pages", form, Format).write
    _, catalogue = _rules.here(strict=False)
    if rule is not None:
        check_name(rule, catalogue)
    shown = tuple(catalogue.values()) if rule is None else (catalogue[rule],)
    sys.stdout.write(write(shown, look))
