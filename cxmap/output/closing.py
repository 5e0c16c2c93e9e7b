"""The closing line: what was found, how much was read, and how many questions have answers."""

from collections import Counter
from collections.abc import Iterable

from cxmap.finding import Finding, Severity
from cxmap.output.ink import painter
from cxmap.output.plain import folded, packed, width
from cxmap.output.results import Look, Results
from cxmap.words import count, joined

_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def closing(results: Results, look: Look) -> str:
    """The line that ends every run, without a line end; commands print it on stderr.

    On a terminal that is too narrow for it, it is folded, and coverage has lines of its own.
    """
    found = [finding for finding in results.findings if finding.suppressed is None]
    paint = painter(look)
    tally = counted(found) or "nothing found"
    asked = {name: had for name, had in results.coverage.whole.items() if had.asked}
    answers = [f"{name} {had.answered}/{had.asked}" for name, had in asked.items()]
    beside = left_out(results)
    rest = f"{f' beside {beside}' if beside else ''} in {read(results)}."
    whole = "  ".join([f"{tally}{rest}", *answers])
    if look.width is not None and width(whole) > look.width:
        lines = [*folded(f"{tally}{rest}", look.width), *packed(answers, look.width, "  ")]
        whole = "\n".join(lines)
    worst = min((finding.severity for finding in found), default=None)
    if whole.startswith(tally):
        whole = paint(tally, "title" if worst is None else worst.word) + whole[len(tally) :]
    return whole


def left_out(results: Results) -> str:
    """The gaps that do not count: `2 accepted and 40 known before`; empty for none."""
    accepted = sum(finding.suppressed is not None for finding in results.findings)
    parts = ((accepted, "accepted"), (results.known, "known before"))
    return joined([f"{number:,} {why}" for number, why in parts if number])


def counted(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity: `2 errors, 1 warning`; empty for none."""
    numbers = Counter(finding.severity for finding in findings)
    return ", ".join(count(numbers[severity], _NOUNS[severity]) for severity in sorted(numbers))


def read(results: Results) -> str:
    """How much was read: `2 files: 1 journey, 9 touchpoints`."""
    journeys = count(results.journey_count(), "journey")
    return f"{count(results.files, 'file')}: {journeys}, {count(results.touchpoints, 'touchpoint')}"
