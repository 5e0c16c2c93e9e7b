"""A comment for a pull request: errors in sight, warnings, notes and coverage folded away.

The first line is a hidden marker, by which a build finds its own comment and replaces it. Hosts
refuse long comments, so rows are left out from the end, notes first, and a line says how many.
"""

from collections.abc import Iterator, Sequence

from cxmap.finding import Finding, Severity
from cxmap.model.coverage import Counts
from cxmap.output.cell import cell
from cxmap.output.closing import counted, left_out, read
from cxmap.output.findings._choice import ranked, standing
from cxmap.output.findings._where import place_of
from cxmap.output.results import Checked, Format, Look, Results
from cxmap.output.wording import said
from cxmap.words import cut

MARKER = "<!-- cxmap:findings -->"
LIMIT = 60_000
"""How many characters a comment may have."""

_FRAME = 1_000  # what headings, folds and the last line take, at most
_PARTS = 40  # rows of coverage by map and team
_TABLE = "| Where | What | To do |\n| --- | --- | --- |\n"


def _write(results: Results, _look: Look) -> str:
    return f"{MARKER}\n{section(results)}"


def section(results: Results, limit: int = LIMIT) -> str:
    """What was found, without the marker.

    Args:
        results: what was found.
        limit: how many characters it may have.
    """
    found = standing(results)
    start = f"### cxmap: {counted(found) or 'nothing found'}\n\n{_read(results)}"
    coverage = _by_part(results)
    room = limit - _FRAME - len(start) - len(coverage)
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
            f"_{left:,} more do not fit into the {LIMIT:,} characters of a comment: "
            f"`cxmap {results.command}` shows them all._\n"
        )
    if coverage:
        parts.append(coverage)
    return "\n".join(parts)


def _by_part(results: Results) -> str:
    """Coverage by map and by team, folded; nothing where there is one of each."""
    coverage = results.coverage
    parts = {
        _map_name(journey): coverage.journeys.get(journey.item) for journey in results.journeys
    }
    if not results.touchpoints or (len(parts) < 2 and len(coverage.teams) < 2):
        return ""
    parts |= {f"owned by {team or 'nobody'}": coverage.teams[team] for team in coverage.teams}
    rows = [
        f"| {cell(cut(name, 60))} | {' | '.join(_answers(counts))} |"
        for name, counts in list(parts.items())[:_PARTS]
        if counts
    ]
    names = [f" {name} |" for name in coverage.whole]
    head = f"|  |{''.join(names)}\n| --- |{' --- |' * len(names)}"
    left = f"\n\n_and {len(parts) - _PARTS:,} more_" if len(parts) > _PARTS else ""
    table = "\n".join([head, *rows])
    summary = "<summary>coverage by map and team</summary>"
    return f"<details>\n{summary}\n\n{table}{left}\n\n</details>\n"


def _map_name(journey: Checked) -> str:
    state = journey.item.partition("@")[2]
    return f"{journey.title}, {state} state"


def _answers(counts: Counts) -> list[str]:
    return [f"{had.answered}/{had.asked}" if had.asked else "" for had in counts.values()]


def _read(results: Results) -> str:
    asked = {name: had for name, had in results.coverage.whole.items() if had.asked}
    beside = left_out(results)
    text = f"Read {read(results)}{f'; {beside} are left out' if beside else ''}.\n"
    text += "".join(f"- Coverage: {cell(short)}\n" for short in results.shortfalls)
    if not asked:
        return text
    names = " | ".join(asked)
    answers = " | ".join(_answers(asked))
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
