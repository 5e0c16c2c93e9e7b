"""What is wrong and what is missing, as editors underline it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from lsprotocol import types

from cxmap.finding import Finding, Severity
from cxmap.lint.run import Wanted, lint
from cxmap.lsp.columns import UTF_16, to_range
from cxmap.lsp.view import View
from cxmap.output.wording import told

SOURCE = "cxmap"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def find(
    view: View, today: date, files: Collection[str] | None = None
) -> Mapping[str, tuple[Finding, ...]]:
    """What `lint` finds, by file; what somebody accepted is left out.

    Args:
        view: the workspace.
        today: the date to go by.
        files: only in these, which is a matter of milliseconds; None for all.

    Raises:
        CxmapError: an installed package brings something that is no rule.
    """
    found = lint(view.loaded, today, Wanted(), files=files).findings
    by_file: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.suppressed is None and (files is None or finding.span.path in files):
            by_file.setdefault(finding.span.path, []).append(finding)
    return {path: tuple(findings) for path, findings in by_file.items()}


def shown(findings: Iterable[Finding], *, is_open: bool) -> tuple[Finding, ...]:
    """Everything about a file that is open; of another only what keeps maps from being read."""
    return tuple(f for f in findings if is_open or f.severity is Severity.ERROR)


def diagnostic(finding: Finding, view: View, units: str = UTF_16) -> types.Diagnostic:
    """A finding in the editor's terms."""
    return types.Diagnostic(
        to_range(finding.span, view.lines(finding.span.path), units),
        told(finding),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(
                    view.uri(related.span.path),
                    to_range(related.span, view.lines(related.span.path), units),
                ),
                related.message,
            )
            for related in finding.related
            if related.span.path
        ],
    )
