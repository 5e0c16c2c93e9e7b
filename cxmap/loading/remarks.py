"""Gaps that are accepted: `# cxmap: ignore[rule] reason until=date`."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from cxmap.finding import Finding, Severity
from cxmap.source.comments import Comment, comments
from cxmap.source.document import Document
from cxmap.source.span import Span
from cxmap.words import did_you_mean

RULE = "bad-suppression"

_MARKED = re.compile(r"\s*cxmap\s*:", re.IGNORECASE)
_REMARK = re.compile(
    r"cxmap\s*:\s*(?P<word>[\w-]+)\s*(\[(?P<rules>[^\]]*)\])?\s*(?P<reason>.*)", re.IGNORECASE
)
_UNTIL = re.compile(r"\buntil\s*=\s*(\S+)", re.IGNORECASE)
_EXAMPLE = "write `# cxmap: ignore[rule-name] the reason`, and perhaps `until=2027-01-31`"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark in a file that accepts gaps.

    Attributes:
        span: where it stands.
        first: the first line it covers.
        last: the last line it covers.
        rules: the rules it names.
        reason: why, in words.
        until: the day it ends, or None.
        problem: why it counts for nothing, or nothing.
    """

    span: Span
    first: int
    last: int
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    problem: str = ""


def find(document: Document) -> list[Remark]:
    """The remarks of a document, in capitals or not."""
    if "#" not in document.text or "cxmap" not in document.text.lower():
        return []
    return [_remark(document, comment) for comment in comments(document, _MARKED)]


def is_one(comment: str) -> bool:
    """Whether a comment, from its `#` on, is a remark."""
    return comment.startswith("#") and _MARKED.match(comment, 1) is not None


def _remark(document: Document, comment: Comment) -> Remark:
    line, column = document.position(comment.start)
    span = Span(document.path, line, column, line, column + 1 + len(comment.text) + 1)
    found = _REMARK.match(comment.text)
    word = found["word"].lower() if found else ""
    if found is None or word not in {"ignore", "ignore-file"}:
        guess = did_you_mean(word, ("ignore", "ignore-file"))
        return Remark(span, 0, -1, problem=f"`{word}` is not a remark cxmap knows{guess}")
    first, last = comment.first, comment.last
    if word == "ignore-file":
        if not comment.at_top:
            problem = "`ignore-file` counts only in the first lines of a file, before anything else"
            return Remark(span, 0, -1, problem=problem)
        first, last = 0, len(document.lines)
    rules = tuple(r.strip().lower() for r in (found["rules"] or "").split(",") if r.strip())
    if not rules:
        return Remark(span, 0, -1, problem="the remark does not say which rule it accepts")
    reason = found["reason"]
    until = None
    ends = _UNTIL.search(reason)
    if ends:
        reason = _UNTIL.sub("", reason)
        try:
            until = date.fromisoformat(ends[1])
        except ValueError:
            return Remark(span, 0, -1, problem=f"`{ends[1]}` is not a date")
    reason = reason.strip(" ,;:.-–—")
    if not reason:
        return Remark(span, 0, -1, problem="the remark gives no reason")
    return Remark(span, first, last, rules, reason, until)


def apply(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    *,
    today: date,
    ran: Collection[str],
    known: Collection[str],
) -> list[Finding]:
    """Mark the findings that remarks accept, and tell of remarks that do nothing.

    Args:
        findings: what was found.
        documents: the files that were read.
        today: the date that `until=` is held against.
        ran: the rules that ran, for only of those can be said that there was nothing to accept.
        known: every rule there is.
    """
    remarks: dict[str, list[Remark]] = {}
    for document in documents:
        found = find(document)
        if found:
            remarks[document.path] = found
    used: set[tuple[Span, str]] = set()
    done = []
    for finding in findings:
        reason = None
        for remark in remarks.get(finding.span.path, ()):
            covers = remark.first <= finding.span.line <= remark.last
            in_force = remark.until is None or remark.until >= today
            if covers and finding.rule in remark.rules:
                used.add((remark.span, finding.rule))
                if in_force:
                    reason = remark.reason
        done.append(finding if reason is None else replace(finding, suppressed=reason))
    for found in remarks.values():
        for remark in found:
            done.extend(_judge(remark, today, ran, known, used))
    return done


def _judge(
    remark: Remark,
    today: date,
    ran: Collection[str],
    known: Collection[str],
    used: Collection[tuple[Span, str]],
) -> Iterable[Finding]:
    if remark.problem:
        yield _finding(remark, remark.problem, _EXAMPLE)
        return
    for rule in remark.rules:
        if rule not in known:
            guess = did_you_mean(rule, known)
            yield _finding(remark, f"there is no rule `{rule}`{guess}", _EXAMPLE, rule)
        elif remark.until is not None and remark.until < today:
            message = f"the time for accepting `{rule}` ended on {remark.until.isoformat()}"
            yield _finding(
                remark, message, "close the gap, or agree on a new date", rule, clock=True
            )
        elif rule in ran and (remark.span, rule) not in used:
            message = f"there is nothing here that `{rule}` would find"
            yield _finding(remark, message, "delete the remark", rule)


def _finding(
    remark: Remark, message: str, hint: str, rule: str = "", *, clock: bool = False
) -> Finding:
    return Finding(RULE, Severity.WARNING, message, remark.span, hint=hint, field=rule, clock=clock)
