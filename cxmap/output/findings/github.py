"""Annotations of a GitHub workflow run: lines that the runner reads as commands.

GitHub keeps ten annotations of each level for a step and drops the others without a word. What
is new and severe therefore comes first, and a last notice says how many are left out.
"""

from collections import Counter
from collections.abc import Iterator

from cxmap.finding import Finding, Severity
from cxmap.output.closing import counted
from cxmap.output.findings._choice import ranked, standing
from cxmap.output.findings._where import path_of, placed
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import told
from cxmap.output.workflow import command, from_the_top

_KEPT = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _write(results: Results, _look: Look) -> str:
    return "".join(f"{line}\n" for line in _lines(results))


def _lines(results: Results) -> Iterator[str]:
    found = sorted(
        ranked(standing(results), results),
        key=lambda f: (f.fingerprint not in results.new, f.severity),
    )
    numbers = Counter(finding.severity for finding in found)
    room = dict.fromkeys(_LEVELS, _KEPT)
    if max(numbers.values(), default=0) > _KEPT:
        room[Severity.INFO] -= 1  # the last notice takes a place of its own
    for short in results.shortfalls:  # a handful at most, and what fails the build
        room[Severity.ERROR] -= 1
        yield command("error", {"title": "coverage"}, short)
    left = []
    for finding in found:
        if room[finding.severity] > 0:
            room[finding.severity] -= 1
            yield _annotation(finding, results)
        else:
            left.append(finding)
    if left:
        yield command("notice", {"title": "cxmap"}, f"{counted(left)} more: {_where(results)}")


def _where(results: Results) -> str:
    if results.command == "ci":  # it writes all of them there
        return "the summary of this step has them all"
    return f"`cxmap {results.command}` shows them all"


def _annotation(finding: Finding, results: Results) -> str:
    whole = placed(finding.span)
    where: dict[str, object] = {"file": from_the_top(path_of(results, whole)), "line": whole.line}
    where["endLine"] = whole.end_line
    if whole.line == whole.end_line:  # the runner takes columns on a single line only
        where["col"], where["endColumn"] = whole.column, whole.end_column
    where["title"] = finding.rule
    return command(_LEVELS[finding.severity], where, told(finding))


FORMAT = Format("github", _write)
