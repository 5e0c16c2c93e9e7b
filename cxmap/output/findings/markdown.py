"""A comment for a pull request: errors in sight, warnings and notes folded away.

The first line is a hidden marker, by which a build finds its own comment and replaces it. Hosts
refuse long comments, so rows are left out from the end, notes first, and a line says how many.
"""

from collections.abc import Iterator, Sequence

from cxmap.finding import Finding, Severity
from cxmap.output.cell import cell
from cxmap.output.closing import counted, read
from cxmap.output.findings._choice import ranked, standing
from cxmap.output.findings._saying import said
from cxmap.output.findings._where import place_of
from cxmap.output.results import Format, Look, Results

_MARKER = "<!-- cxmap:findings -->"
_LIMIT = 60_000
_FRAME = 1_000  # what headings, folds and the last line take, at most
_TABLE = "| Where | What | To do |\n| --- | --- | --- |\n"


def _write(results: Results, _look: Look) -> str:
    found = standing(results)
    start = f"{_MARKER}\n### cxmap: {counted(found) or 'nothing found'}\n\n{_read(results)}"
    room = _LIMIT - _FRAME - len(start)
    parts = [start]
    left = 0
    for severity in Severity:
        findings = ranked((f for f in found if f.severity is severity), results)
        rows = list(_fitting(findings, results, room))
        room -= sum(map(len, rows))
        if len(rows) < len(findings):
            left += len(findings) - len(rows)
            room = 0
        if rows:
            parts.append(_table(findings, rows, folded=severity is not Severity.ERROR))
    if left:
        parts.append(
            f"_{left:,} more do not fit into the {_LIMIT:,} characters of a comment: "
            f"`cxmap {results.command}` shows them all._\n"
        )
    return "\n".join(parts)


def _read(results: Results) -> str:
    asked = {name: had for name, had in results.coverage.whole.items() if had.asked}
    text = f"Read {read(results)}.\n"
    if results.known:
        text = f"Read {read(results)}; {results.known:,} known before are left out.\n"
    text += "".join(f"- Coverage: {cell(short)}\n" for short in results.shortfalls)
    if not asked:
        return text
    names = " | ".join(asked)
    answers = " | ".join(f"{had.answered}/{had.asked}" for had in asked.values())
    return f"{text}\n| {names} |\n|{' --- |' * len(asked)}\n| {answers} |\n"


def _fitting(findings: Sequence[Finding], results: Results, room: int) -> Iterator[str]:
    for finding in findings:
        row = _row(finding, results)
        room -= len(row)
        if room < 0:
            return
        yield row


def _table(findings: Sequence[Finding], rows: Sequence[str], *, folded: bool) -> str:
    table = _TABLE + "".join(rows)
    if not folded:
        return table
    return f"<details>\n<summary>{counted(findings)}</summary>\n\n{table}\n</details>\n"


def _row(finding: Finding, results: Results) -> str:
    where = " / ".join(cell(name) for name in finding.trail)
    moment = "◆ " if finding.moment else ""
    place = f"<sub>{cell(place_of(results, finding.span))} {cell(finding.rule)}</sub>"
    new = "**new** " if finding.fingerprint in results.new else ""
    what = f"{new}{cell(said(finding))}<br>{place}"
    return f"| {moment}{where} | {what} | {cell(finding.hint)} |\n"


FORMAT = Format("markdown", _write)
