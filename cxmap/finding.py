"""A finding: one thing that is wrong or missing in a map, where it stands and what to do."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from cxmap.source.span import Span


class Severity(IntEnum):
    """How bad a finding is; sorts with the worst first."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    @property
    def word(self) -> str:
        """The lower-case word that users read and write."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding, such as where the teams are declared."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of a span by `text`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding can be mended by a program.

    A safe fix keeps the meaning; an unsafe one is a good guess that a person should read.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or missing.

    Attributes:
        rule: the rule's name, such as `unknown-reference`.
        severity: how bad it is.
        message: one line in plain words, no full stop; code words in backticks.
        span: where it stands.
        label: a few words to print under the marked text, such as "did you mean `marketing`?".
        why: why a customer cares, one sentence; may be empty.
        hint: what to write or do; may be empty.
        item: the item's path, such as `onboarding@current/welcome-letter`; empty for a file.
        field: the key the finding is about, where it is about one.
        value: the value that is wrong; part of the fingerprint of the rules in `BY_VALUE`.
        trail: names from the journey down to the item, in the customer's words, for grouping.
        moment: the touchpoint is a moment of truth.
        importance: 1 to 5 to the customer, 0 where nobody said.
        clock: it depends on today's date.
        suppressed: the reason given in an ignore remark, or None.
        fix: how a program can mend it, or None.
        related: other places that explain it.
        fingerprint: filled by `fingerprinted`; 12 hex digits, and `~2` where one stands twice.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    label: str = ""
    why: str = ""
    hint: str = ""
    item: str = ""
    field: str = ""
    value: str = ""
    trail: tuple[str, ...] = ()
    moment: bool = False
    importance: int = 0
    clock: bool = False
    suppressed: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    fingerprint: str = ""


BY_VALUE = frozenset({"unknown-key", "bad-value", "unknown-reference"})


def fingerprinted(findings: Iterable[Finding]) -> list[Finding]:
    """Give every finding its fingerprint, in the order given.

    The digest covers rule, item and field, never the line, the message or the file of an item,
    so it survives edits above it, moves and rewording.
    """
    seen: dict[str, int] = {}
    done = []
    for finding in findings:
        mark = _digest(finding)
        seen[mark] = count = seen.get(mark, 0) + 1
        done.append(replace(finding, fingerprint=mark if count == 1 else f"{mark}~{count}"))
    return done


def _digest(finding: Finding) -> str:
    parts = [finding.rule, finding.item or f"file:{finding.span.path}"]
    if finding.field:
        by_value = finding.rule in BY_VALUE and finding.value
        parts.append(f"{finding.field}={finding.value}" if by_value else finding.field)
    text = ":".join(parts).encode("utf-8", "surrogatepass")  # a file's name may be no UTF-8
    return hashlib.sha256(text).hexdigest()[:12]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by file, place and rule: the order of every machine format."""
    return sorted(findings, key=lambda f: (f.span, f.rule, f.item, f.field, f.message))
