"""What is wrong or missing, by rule, and what is accepted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxmap.finding import Finding, Severity
from cxmap.report.brief import Brief, counts, standing
from cxmap.report.page import Links
from cxmap.report.say import many, sentence
from cxmap.report.view.cut import cut
from cxmap.report.view.reference import Reference, each_once, to_item
from cxmap.words import count

NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What findings of a severity are called."""


MOST = 30
"""How many findings of one rule are shown one by one."""


@dataclass(frozen=True, slots=True)
class Said:
    """One finding: what it says and where."""

    where: Reference
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one rule.

    Attributes:
        rule: the rule's name.
        level: `error`, `warning` or `note`.
        level_word: the same as a word for people.
        title: what is wrong, as a sentence.
        why: why a customer cares.
        where: the items, each once; the first of many.
        said: the findings one by one; the first of many.
        left: how many findings more there are.
        hint: how to close it, where one hint serves all.
    """

    rule: str
    level: str
    level_word: str
    title: str
    why: str
    where: tuple[Reference, ...]
    said: tuple[Said, ...]
    left: int
    hint: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A gap that is accepted, with the reason given."""

    where: Reference
    message: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found.

    Attributes:
        heading: the count as a sentence.
        groups: by rule, worst first.
        accepted: what is accepted.
        errors, warnings, notes: how many there are.
    """

    heading: str
    groups: tuple[Group, ...]
    accepted: tuple[Accepted, ...]
    errors: int
    warnings: int
    notes: int


def findings(found: Sequence[Finding], brief: Brief, links: Links) -> Findings:
    """What is shown of some findings.

    Args:
        found: the findings, those that are accepted too.
        brief: what the report is about.
        links: where the pages are.
    """
    ways = _Ways(brief, links)
    open_ones = standing(found)
    number = counts(open_ones)
    return Findings(
        _heading(number, len(open_ones)),
        tuple(_groups(open_ones, brief, ways)),
        tuple(
            Accepted(ways.to(f), sentence(f.message), sentence(f.suppressed or ""), f.rule)
            for f in found
            if f.suppressed is not None
        ),
        number[Severity.ERROR],
        number[Severity.WARNING],
        number[Severity.INFO],
    )


class _Ways:
    """The ways to the items of findings, each worked out once."""

    def __init__(self, brief: Brief, links: Links) -> None:
        self._brief, self._links = brief, links
        self._known: dict[str, Reference] = {}

    def to(self, finding: Finding) -> Reference:
        item = finding.item or f"file:{finding.span.path}"
        if item not in self._known:
            name = finding.trail[-1] if finding.trail else finding.span.path
            self._known[item] = to_item(item, name, self._brief, self._links)
        return self._known[item]


def _heading(number: Mapping[Severity, int], total: int) -> str:
    if not total:
        return "No gaps found"
    parts = [count(n, NOUNS[severity]) for severity, n in number.items() if n]
    return f"{sentence(many(total, 'gap'))}: {', '.join(parts)}"


def _groups(found: Iterable[Finding], brief: Brief, ways: _Ways) -> Iterator[Group]:
    by_rule: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in found:
        by_rule.setdefault((finding.severity, finding.rule), []).append(finding)
    moments = {key: sum(f.moment for f in group) for key, group in by_rule.items()}
    for key in sorted(by_rule, key=lambda k: (k[0], -moments[k], -len(by_rule[k]), k[1])):
        severity, rule = key
        yield _group(severity, rule, by_rule[key], brief, ways)


def _group(
    severity: Severity, rule: str, group: Sequence[Finding], brief: Brief, ways: _Ways
) -> Group:
    about = brief.about.get(rule)
    only = group[0]
    title = sentence(only.message) if len(group) == 1 or about is None else about.finds
    hints = dict.fromkeys(f.hint for f in group)
    shown, rest = cut(group, MOST)
    return Group(
        rule,
        NOUNS[severity],
        NOUNS[severity].capitalize(),
        sentence(title).rstrip("."),
        sentence(only.why or (about.why if about else "")).rstrip("."),
        tuple(each_once(ways.to(f) for f in shown)),
        tuple(Said(ways.to(f), sentence(f.message), f.hint) for f in shown),
        rest.left,
        sentence(next(iter(hints))) if len(hints) == 1 else "",
    )
