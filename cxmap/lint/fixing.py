"""Mending texts by the fixes of findings: every byte that no fix names stays as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxmap.finding import Edit, Finding
from cxmap.source.document import Document
from cxmap.source.editing import Range, edited


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of fixing.

    Attributes:
        texts: the new texts by path, of the files that change.
        done: the findings whose fixes were applied.
        left: the findings with a fix that was not: it overlaps one that was applied, or it
            names a place that the texts do not have.
    """

    texts: Mapping[str, str]
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fix(texts: Mapping[str, str], findings: Iterable[Finding], *, unsafe: bool = False) -> Fixed:
    """Apply the fixes of findings to texts, in the order of the findings.

    Args:
        texts: by path, without byte-order marks, as they were when the findings were made.
        findings: what was found; those without a fix and those somebody accepted are passed over.
        unsafe: also apply the fixes that are good guesses.
    """
    documents = {path: Document(path, text) for path, text in texts.items()}
    taken: dict[str, list[Range]] = {}
    done: list[Finding] = []
    left: list[Finding] = []
    for finding in findings:
        if finding.fix is None or not is_wanted(finding, unsafe=unsafe):
            continue
        ranges = _ranges(documents, finding.fix.edits)
        if ranges is None or not _free(ranges, taken):
            left.append(finding)
            continue
        for path, new in ranges:
            if new not in (before := taken.setdefault(path, [])):
                before.append(new)
        done.append(finding)
    changed = {path: edited(texts[path], ranges) for path, ranges in sorted(taken.items())}
    return Fixed(changed, tuple(done), tuple(left))


def apply(texts: Mapping[str, str], edits: Iterable[Edit]) -> Mapping[str, str]:
    """Write edits that do not meet each other into texts; return the texts that change, by path.

    Raises:
        ValueError: an edit names a place that the texts do not have.
    """
    found = _ranges({path: Document(path, text) for path, text in texts.items()}, edits)
    if found is None:
        message = "an edit names a place that is not there"
        raise ValueError(message)
    taken: dict[str, list[Range]] = {}
    for path, new in found:
        taken.setdefault(path, []).append(new)
    return {path: edited(texts[path], ranges) for path, ranges in sorted(taken.items())}


def is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    """Whether there is a fix to apply: nobody accepted the finding, and it is safe enough."""
    if finding.fix is None or finding.suppressed is not None:
        return False
    return finding.fix.safe or unsafe


def _ranges(
    documents: Mapping[str, Document], edits: Iterable[Edit]
) -> list[tuple[str, Range]] | None:
    """The edits by offsets, or None where one of them has no place in the texts."""
    found = []
    for edit in edits:
        document = documents.get(edit.span.path)
        if document is None:
            return None
        start = _offset(document, edit.span.line, edit.span.column)
        end = _offset(document, edit.span.end_line, edit.span.end_column)
        if start is None or end is None or end < start:
            return None
        found.append((edit.span.path, (start, end, edit.text)))
    return found


def _offset(document: Document, line: int, column: int) -> int | None:
    """The way back from a line and a column, or None where the text has no such place."""
    if not 1 <= line <= len(document.lines) or not 1 <= column <= len(document.lines[line - 1]) + 1:
        return None
    return document.starts[line - 1] + column - 1


def _free(ranges: Iterable[tuple[str, Range]], taken: Mapping[str, list[Range]]) -> bool:
    """Whether no range meets one that was taken before; the same edit twice is one edit."""
    return all(
        new == before or new[1] < before[0] or before[1] < new[0]
        for path, new in ranges
        for before in taken.get(path, ())
    )
