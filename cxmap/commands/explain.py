"""`cxmap explain`: the page of a rule, or of a kind of change that `diff` tells."""

from typing import Annotated

import typer

from cxmap.commands import _completion
from cxmap.commands._options import Color


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="The rule, or a kind of change that `diff` tells, such as touchpoint-removed; all"
            " rules without one.",
            autocompletion=_completion.pages,
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
    from cxmap.diff.judge import KINDS, all_kinds
    from cxmap.lint.selection import check_name
    from cxmap.output.results import Format

    look = _options.look(color)
    kinds = registry.names(KINDS)
    if rule in kinds:
        explained = registry.load("cxmap.output.kinds", form, Format).write
        sys.stdout.write(explained((all_kinds()[rule],), look))
        return
    write = registry.load("cxmap.output.pages", form, Format).write
    _, catalogue = _rules.here(strict=False)
    if rule is not None:
        check_name(rule, catalogue, kinds)
    shown = tuple(catalogue.values()) if rule is None else (catalogue[rule],)
    sys.stdout.write(write(shown, look))
