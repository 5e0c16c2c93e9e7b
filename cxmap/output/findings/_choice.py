"""Which findings a text shows in full, and a line for each rule about the rest.

Where nobody asked for a number, a terminal gets ten and a pipe gets all: a person reads the top
of a list, a program reads to its end. `Look.most`, when it is set, holds for both.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from cxmap.finding import Finding, Severity
from cxmap.output.closing import counted
from cxmap.output.ink import painter
from cxmap.output.results import Look, Results

ON_A_TERMINAL = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """What a text shows, in the order of the results, and what it only counts."""

    shown: tuple[Finding, ...]
    rest: tuple[Finding, ...]


def standing(results: Results) -> list[Finding]:
    """The findings that nobody has accepted, in order."""
    return [finding for finding in results.findings if finding.suppressed is None]


def ranked(findings: Iterable[Finding], results: Results) -> list[Finding]:
    """What matters most first.

    That is what keeps a file from being read; then what stands on a moment of truth; then the
    severe, then what is severe by itself though a profile makes less of it, then what is important
    to the customer. Notes come last, wherever they stand.
    """
    return sorted(findings, key=_ranker(results))


def choose(results: Results, look: Look) -> Choice:
    """Choose the findings that matter most, as many as the look asks for."""
    most = look.most
    if most is None and look.width is not None:
        most = ON_A_TERMINAL
    return choose_most(results, most)


def choose_most(results: Results, most: int | None) -> Choice:
    """Choose the findings that matter most, at most so many."""
    found = standing(results)
    if most is None or len(found) <= most:
        return Choice(tuple(found), ())
    rank = _ranker(results)
    top = set(nsmallest(most, range(len(found)), key=lambda index: rank(found[index])))
    shown = tuple(found[index] for index in sorted(top))
    return Choice(shown, tuple(f for index, f in enumerate(found) if index not in top))


def about_the_rest(choice: Choice, results: Results, look: Look) -> str:
    """One line for each rule of the findings that are not shown; empty where all are.

    A screen gets a few of these lines and the number of the others, so that what matters stays.
    """
    if not choice.rest:
        return ""
    lines = [f"and {counted(choice.rest)} more:"]
    rules = [f"  {line}" for line in by_rule(choice.rest, results, look)]
    most = len(rules) if look.height is None else _rules_on(look.height)
    most += most + 1 == len(rules)  # one more takes the line that would tell of it
    lines += rules[:most]
    if most < len(rules):
        also = f"  and {len(rules) - most} lines like these"
        lines.append(f"{also}: `--statistics` has all" if results.command == "lint" else also)
    if results.command == "lint":
        lines.append(f"`--max {len(choice.shown) + len(choice.rest)}` shows them all")
    return "\n".join(lines) + "\n"


def rest_on(height: int) -> int:
    """How many lines at most a screen of so many rows gets about what is not shown in full."""
    return _rules_on(height) + 4


def _rules_on(height: int) -> int:
    return max(1, min(6, height // 6 - 2))


def by_rule(findings: Iterable[Finding], results: Results, look: Look) -> Iterator[str]:
    """A line for each rule with how often it was found, the severe and the frequent first."""
    by_itself = _by_itself(results)
    paint = painter(look)
    numbers = Counter((finding.severity, finding.rule) for finding in findings)
    digits = max((len(str(number)) for number in numbers.values()), default=0)

    def rank(row: tuple[tuple[Severity, str], int]) -> tuple[object, ...]:
        (severity, rule), number = row
        return severity, by_itself.get(rule, severity), -number, rule

    for (severity, rule), number in sorted(numbers.items(), key=rank):
        yield f"{number:>{digits}}  {paint(f'{severity.word:<7}', severity.word)}  {rule}"


def _by_itself(results: Results) -> Mapping[str, int]:
    """How bad what a rule finds is by itself, whatever a profile makes of it."""
    return {rule.name: int(rule.severity) for rule in results.rules}


def _ranker(results: Results) -> Callable[[Finding], tuple[object, ...]]:
    by_itself = _by_itself(results)

    def rank(finding: Finding) -> tuple[object, ...]:
        severity = finding.severity
        unread = severity is Severity.ERROR and not finding.item
        tier = 0 if unread else 2 if severity is Severity.INFO else 1
        weight = by_itself.get(finding.rule, int(severity)), -finding.importance
        place = finding.span, finding.rule, finding.field
        return (tier, not finding.moment, int(severity), *weight, *place)

    return rank
