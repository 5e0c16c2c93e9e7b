"""SARIF 2.1.0, which code hosts and editors read. Columns count UTF-16 units, as it asks for.

Paths are relative to `%SRCROOT%`, the folder the command runs in: in a build, the repository.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from cxmap.about import About
from cxmap.finding import Finding, Fix, Related, Severity
from cxmap.output.as_json import dumps
from cxmap.output.findings._where import UTF16, path_of, placed_in
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import told
from cxmap.source.span import Span
from cxmap.version import __version__

Lines = Callable[[str], Sequence[str]]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def _write(results: Results, _look: Look) -> str:
    lines = cache(results.lines)
    rules = _rules(results)
    index = {rule.name: number for number, rule in enumerate(rules)}
    driver = {
        "name": "cxmap",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"cxmap/{results.command}/"},
        "originalUriBaseIds": {"%SRCROOT%": {"description": _text("the top of the repository")}},
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(results)],
        "results": [
            {"ruleIndex": index[finding.rule], **_result(finding, results, lines)}
            for finding in results.findings
        ],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _invocation(results: Results) -> dict[str, Any]:
    """That the run came to its end, and what is wrong and stands at no place."""
    notes = [{"level": "error", "message": _text(short)} for short in results.shortfalls]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _rules(results: Results) -> list[About]:
    """The rules that ran, and any other that something was found by."""
    known = {rule.name: rule for rule in results.rules}
    for finding in results.findings:
        known.setdefault(finding.rule, About(finding.rule, "", severity=finding.severity))
    return list(known.values())


def _rule(rule: About) -> dict[str, Any]:
    """A rule with every description that GitHub asks for."""
    finds = rule.finds or rule.name.replace("-", " ")
    source = f"Source: {rule.source}" if rule.source else ""
    more = f"More: cxmap explain {rule.name}"
    return {
        "id": rule.name,
        "shortDescription": _text(finds),
        "fullDescription": _text(rule.why or finds),
        "help": {"text": "\n\n".join(filter(None, map(plain, (finds, rule.why, source, more))))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, results: Results, lines: Lines) -> dict[str, Any]:
    record: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _unlinked(told(finding))},
        "locations": [_location(finding, results, lines)],
        "partialFingerprints": {"cxmap/v1": finding.fingerprint},
        "suppressions": _suppressions(finding),
    }
    if finding.related:
        record["relatedLocations"] = [
            _related(number, other, results, lines)
            for number, other in enumerate(finding.related, 1)
        ]
    if finding.fix:
        record["fixes"] = [_fix(finding.fix, results, lines)]
    return record


def _location(finding: Finding, results: Results, lines: Lines) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(finding.span, results, lines)}
    if finding.item:
        location["logicalLocations"] = [{"fullyQualifiedName": plain(finding.item)}]
    return location


def _related(number: int, other: Related, results: Results, lines: Lines) -> dict[str, Any]:
    place = _physical(other.span, results, lines)
    return {"id": number, "physicalLocation": place, "message": _text(other.message)}


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    """An empty list says that nobody has accepted it; leaving it out would leave that open."""
    if finding.suppressed is None:
        return []
    return [{"kind": "inSource", "justification": plain(finding.suppressed)}]


def _fix(fix: Fix, results: Results, lines: Lines) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        region = _region(edit.span, lines)
        replacement = {"deletedRegion": region, "insertedContent": {"text": edit.text}}
        changes.setdefault(path_of(results, edit.span), []).append(replacement)
    return {
        "description": _text(fix.title),
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _physical(span: Span, results: Results, lines: Lines) -> dict[str, Any]:
    path = path_of(results, span)
    return {"artifactLocation": _artifact(path), "region": _region(span, lines)}


def _artifact(path: str) -> dict[str, str]:
    uri = quote(path.encode("utf-8", "surrogatepass"), safe="/")
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _region(span: Span, lines: Lines) -> dict[str, int]:
    whole = placed_in(span, lines(span.path), UTF16)
    return {
        "startLine": whole.line,
        "startColumn": whole.column,
        "endLine": whole.end_line,
        "endColumn": whole.end_column,
    }


def _text(text: str) -> dict[str, str]:
    return {"text": _unlinked(plain(text))}


def _unlinked(text: str) -> str:
    """A message without links: the format reads `[words](address)` as one."""
    return text.replace("](", "]\N{ZERO WIDTH SPACE}(")


FORMAT = Format("sarif", _write)
