"""Customer experience maps as plain YAML in git.

import cxmap

loaded = cxmap.load("examples/payroll")
for finding in loaded.findings:
    print(finding.span.path, finding.span.line, finding.message)
for journey in loaded.workspace.journeys:
    print(journey.id, journey.state, len(journey.stages))
"""

from cxmap.version import __version__

TYPE_CHECKING = False  # importing typing would take half the time of `cxmap --version`
if TYPE_CHECKING:
    from cxmap.errors import CxmapError
    from cxmap.finding import Finding, Severity
    from cxmap.loading.workspace import Loaded, load
    from cxmap.model.workspace import Workspace

__all__ = ["CxmapError", "Finding", "Loaded", "Severity", "Workspace", "__version__", "load"]

_PLACES = {
    "CxmapError": "cxmap.errors",
    "Finding": "cxmap.finding",
    "Loaded": "cxmap.loading.workspace",
    "Severity": "cxmap.finding",
    "Workspace": "cxmap.model.workspace",
    "load": "cxmap.loading.workspace",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: the command line needs little of it."""
    if name in _PLACES:
        from importlib import import_module

        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
