"""The closing line: what was found, how much was read, and how many questions have answers."""

from collections import Counter
from collections.abc import Iterable

from cxmap.finding import Finding, Severity
from cxmap.output.ink import painter
from cxmap.output.plain import width
from cxmap.output.results import Look, Results
from cxmap.words import count

_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def closing(results: Results, look: Look) -> str:
    """The line that ends every run, without a line end; commands print it on stderr.

    On a terminal that is too narrow for it, coverage moves to a line of its own.
    """
    found = [finding for finding in results.findings if finding.suppressed is None]
    paint = painter(look)
    tally = counted(found) or "nothing found"
    asked = {name: had for name, had in results.coverage.whole.items() if had.asked}
    answers = "  ".join(f"{name} {had.answered}/{had.asked}" for name, had in asked.items())
    known = f" beside {results.known:,} known before" if results.known else ""
    rest = f"{known} in {read(results)}."
    fits = look.width is None or width(f"{tally}{rest}  {answers}") <= look.width
    worst = min((finding.severity for finding in found), default=None)
    tally = paint(tally, "title" if worst is None else worst.word)
    between = "  " if fits else "\n"
    return f"{tally}{rest}{between}{answers}".rstrip()


def counted(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity: `2 errors, 1 warning`; empty for none."""
    numbers = Counter(finding.severity for finding in findings)
    return ", ".join(count(numbers[severity], _NOUNS[severity]) for severity in sorted(numbers))


def read(results: Results) -> str:
    """How much was read: `2 files: 1 journey, 9 touchpoints`."""
    journeys = count(results.journey_count(), "journey")
    return f"{count(results.files, 'file')}: {journeys}, {count(results.touchpoints, 'touchpoint')}"
