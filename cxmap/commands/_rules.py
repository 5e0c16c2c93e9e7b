"""The rules for the folder a command runs in."""

from typing import TYPE_CHECKING

import typer

from cxmap.errors import CxmapError
from cxmap.finding import Severity
from cxmap.words import count

if TYPE_CHECKING:
    from cxmap.lint.catalogue import Catalogue
    from cxmap.loading.workspace import Loaded


def here(*, strict: bool) -> "tuple[Loaded, Catalogue]":
    """The settings of the workspace around the current folder, and all rules there are for it.

    Args:
        strict: whether unsound settings stop the command.

    Raises:
        CxmapError: they do; the text names the first slip.
    """
    from cxmap.lint import configuration
    from cxmap.loading.discover import locate
    from cxmap.loading.workspace import read_settings
    from cxmap.source.tree import Disk

    place = locate([])
    settings = read_settings(place, Disk(place.root))
    rules, slips = configuration.read(settings.settings.lint)
    for finding in [*settings.findings, *slips] if strict else ():
        if finding.severity is Severity.ERROR:
            where = f"{finding.span.path}:{finding.span.line}:{finding.span.column}"
            advice = finding.label or finding.hint
            raise CxmapError(f"{where}: {finding.message}{advice and f'; {advice}'}")
    return settings, rules


def try_samples(catalogue: "Catalogue") -> int:
    """Try the samples of all rules that are not built in, and print how it went.

    Returns:
        1 where a sample does not show what it should, else 0.
    """
    from cxmap.lint.samples import faults

    brought = [rule for rule in catalogue.values() if rule.origin]
    failed = 0
    for rule in brought:
        found = faults(rule)
        failed += bool(found)
        for line in found or ["its samples show it"]:
            typer.echo(f"{rule.name}: {line}")
    typer.echo(f"{count(len(brought), 'rule')} tried, {failed} not right", err=True)
    return 1 if failed else 0
