"""A finding as JSON shows it; `cxmap.schema.findings` describes the same record."""

from typing import Any

from cxmap.finding import Finding, Fix
from cxmap.output.findings._where import placed
from cxmap.output.wording import said
from cxmap.source.span import Span


def record(finding: Finding) -> dict[str, Any]:
    """The finding with every key, those without an answer empty; paths are the workspace's."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": said(finding),
        "why": finding.why,
        "hint": finding.hint,
        **_place(finding.span),
        "item": finding.item,
        "field": finding.field,
        "fingerprint": finding.fingerprint,
        "clock": finding.clock,
        "suppressed": finding.suppressed,
        "fix": _fix(finding.fix) if finding.fix else None,
        "related": [{**_place(other.span), "message": other.message} for other in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    whole = placed(span)
    return {
        "path": whole.path,
        "line": whole.line,
        "column": whole.column,
        "end_line": whole.end_line,
        "end_column": whole.end_column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
