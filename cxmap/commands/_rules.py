"""The rules for the folder a command runs in."""

from typing import TYPE_CHECKING

from cxmap.errors import CxmapError
from cxmap.finding import Severity

if TYPE_CHECKING:
    from cxmap.lint.catalogue import Catalogue
    from cxmap.loading.workspace import Loaded


def here() -> "tuple[Loaded, Catalogue]":
    """The settings of the workspace around the current folder, and all rules there are for it."""
    from cxmap.lint.catalogue import Catalogue
    from cxmap.loading.discover import locate
    from cxmap.loading.workspace import read_settings
    from cxmap.source.tree import Disk

    place = locate([])
    settings = read_settings(place, Disk(place.root))
    return settings, Catalogue()


def refuse_unsound(settings: "Loaded", catalogue: "Catalogue") -> None:
    """Stop where the settings have errors, for then nobody can say what is on.

    Raises:
        CxmapError: names the first of them.
    """
    from cxmap.lint import configuration

    found = [*settings.findings, *configuration.check(settings.settings.lint, catalogue)]
    for finding in found:
        if finding.severity is Severity.ERROR:
            where = f"{finding.span.path}:{finding.span.line}:{finding.span.column}"
            raise CxmapError(f"{where}: {finding.message}; {finding.label or finding.hint}")
