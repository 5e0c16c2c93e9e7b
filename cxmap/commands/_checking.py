"""From findings to results, and to the exit code that they mean."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cxmap.about import About
from cxmap.finding import Finding, Severity, fingerprinted, in_order
from cxmap.output.results import Checked, Results

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded

FAIL_ON = ("error", "warning", "info", "never")
"""From which severity on a run fails."""


def results(
    command: str,
    loaded: "Loaded",
    findings: Iterable[Finding],
    rules: Sequence[About],
    today: date,
) -> Results:
    """Everything one run found, for the formats: suppressed where a remark says so, in order."""
    from cxmap.loading import remarks
    from cxmap.model import coverage

    names = {rule.name for rule in rules}
    marked = remarks.apply(
        findings, loaded.documents.values(), today=today, ran=names, known=known_rules()
    )
    reports = loaded.place.reports
    workspace = loaded.workspace
    journeys = [j for j in workspace.journeys if reports(j.at("journey").path)]
    listening = coverage.Listening(workspace)
    touchpoints = [(j, touchpoint) for j in journeys for touchpoint in j.touchpoints()]
    documents = loaded.documents

    def lines(path: str) -> Sequence[str]:
        return documents[path].lines if path in documents else ()

    return Results(
        command,
        tuple(fingerprinted(in_order(f for f in marked if reports(f.span.path)))),
        sum(1 for path in documents if reports(path)),
        tuple(Checked(j.path, j.label, j.at("journey").path) for j in journeys),
        len(touchpoints),
        coverage.count(listening, touchpoints),
        today,
        tuple(rules),
        lines,
    )


def known_rules() -> frozenset[str]:
    """The names of all rules there are, those of `lint` too."""
    from cxmap.about import READING

    return frozenset(rule.name for rule in READING)


def exit_code(results: Results, loaded: "Loaded", fail_on: str) -> int:
    """0, 1 where something is found at or above the threshold, 2 where the settings are unsound."""
    settings = loaded.place.settings
    found = [f for f in results.findings if f.suppressed is None]
    if any(f.severity is Severity.ERROR and f.span.path == settings for f in found):
        return 2
    if fail_on == "never":
        return 0
    worst = Severity[fail_on.upper()]
    return 1 if any(f.severity <= worst for f in found) else 0
