"""Reviewdog's diagnostic format, one a line; it posts them as review comments on any host.

Its columns count bytes of UTF-8. A fix becomes a suggestion where it is one edit in the file of
the finding: reviewdog offers every edit on its own, and half a fix is worse than none.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from cxmap.finding import Finding
from cxmap.output.as_json import dumps
from cxmap.output.findings._choice import standing
from cxmap.output.findings._where import UTF8, path_of, placed_in
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import told
from cxmap.source.span import Span

Lines = Callable[[str], Sequence[str]]


def _write(results: Results, _look: Look) -> str:
    lines = cache(results.lines)
    records = (_diagnostic(finding, results, lines) for finding in standing(results))
    return "".join(dumps(record, indent=None) + "\n" for record in records)


def _diagnostic(finding: Finding, results: Results, lines: Lines) -> dict[str, Any]:
    record: dict[str, Any] = {
        "message": told(finding),
        "location": _location(finding.span, results, lines),
        "severity": finding.severity.name,
        "source": {"name": "cxmap"},
        "code": {"value": finding.rule},
    }
    edits = finding.fix.edits if finding.fix else ()
    if len(edits) == 1 and edits[0].span.path == finding.span.path:
        record["suggestions"] = [{"range": _range(edits[0].span, lines), "text": edits[0].text}]
    if finding.related:
        record["related_locations"] = [
            {"message": plain(other.message), "location": _location(other.span, results, lines)}
            for other in finding.related
        ]
    return record


def _location(span: Span, results: Results, lines: Lines) -> dict[str, Any]:
    return {"path": path_of(results, span), "range": _range(span, lines)}


def _range(span: Span, lines: Lines) -> dict[str, Any]:
    whole = placed_in(span, lines(span.path), UTF8)
    return {
        "start": {"line": whole.line, "column": whole.column},
        "end": {"line": whole.end_line, "column": whole.end_column},
    }


FORMAT = Format("rdjsonl", _write)
