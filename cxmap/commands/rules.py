"""`cxmap rules`: all rules there are, what is on, and who decided so."""

from typing import Annotated

import typer

from cxmap.commands._options import Color, Profile


def rules(
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="text|markdown|json", help="How they are shown.")
    ] = "text",
    profile: Profile = None,
    test: Annotated[
        bool, typer.Option("--test", help="Try the samples of rules that are not built in.")
    ] = False,
    color: Color = "auto",
) -> None:
    """List the rules: how bad a gap is, in which profile, on or off, and why."""
    import sys

    from cxmap import registry
    from cxmap.commands import _options, _rules
    from cxmap.lint.run import Wanted, decide
    from cxmap.output.results import Format

    look = _options.look(color)
    write = registry.load("cxmap.output.rules", form, Format).write
    settings, catalogue = _rules.here(strict=True)
    if test:
        raise typer.Exit(_rules.try_samples(catalogue))
    sys.stdout.write(write(decide(settings, catalogue, Wanted(profile)), look))
