"""GitLab's code quality report, which merge requests show beside the changed lines."""

from cxmap.finding import Finding, Severity
from cxmap.output.as_json import dumps
from cxmap.output.findings._choice import standing
from cxmap.output.findings._where import path_of, placed
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import said

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def _write(results: Results, _look: Look) -> str:
    return dumps([_issue(finding, results) for finding in standing(results)]) + "\n"


def _issue(finding: Finding, results: Results) -> dict[str, object]:
    whole = placed(finding.span)
    return {
        "description": plain(said(finding)),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path_of(results, whole),
            "lines": {"begin": whole.line, "end": whole.end_line},
        },
    }


FORMAT = Format("gitlab", _write)
