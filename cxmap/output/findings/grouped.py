"""By journey, stage and touchpoint, in the words of the report: `lint`'s form on a terminal.

The findings that matter most are shown with why and what to do, moments of truth first; of the
others there is one line for each rule. A terminal gets as many as fit on its screen, from three to
ten; `--max` sets another number; a pipe gets them all. A reason is given once for each rule, and so
is what to do where it is always the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cxmap.finding import Finding
from cxmap.output.findings._choice import (
    ON_A_TERMINAL,
    about_the_rest,
    choose,
    choose_most,
    ranked,
    rest_on,
)
from cxmap.output.findings._where import journey_of, path_of, place_of
from cxmap.output.ink import painter
from cxmap.output.plain import folded, plain, width
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import advice, said

_STEP = "  "
_WHOLE = "As a whole"
_LEAST = 3
_CLOSING = 4  # lines that come after: the count, coverage, a note, and where one types again


@dataclass(frozen=True, slots=True)
class _Entry:
    """A finding, and the headings it goes under."""

    finding: Finding
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines are written for, and the advice that stands further up on them."""

    results: Results
    look: Look
    given: set[tuple[str, str, str]] = field(default_factory=set)

    def advice(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """What of a finding's advice a reader has not come by yet."""
        for word, text in advice(finding):
            note = (finding.rule, word, text)
            if note not in self.given:
                self.given.add(note)
                yield word, text


def _write(results: Results, look: Look) -> str:
    if look.most is None and look.height is not None:
        choice = choose_most(results, _fitting(results, look, look.height))
    else:
        choice = choose(results, look)
    lines = _lines_of(choice.shown, results, look)
    rest = about_the_rest(choice, results, look)
    return "".join(f"{line}\n" for line in lines) + (f"{rest}\n" if rest else "")


def _fitting(results: Results, look: Look, height: int) -> int:
    """How many findings fit on a screen, from three to ten."""
    top = choose_most(results, ON_A_TERMINAL)
    best = ranked(top.shown, results)
    for most in range(len(best), _LEAST, -1):
        about = rest_on(height) if top.rest or most < len(best) else 0
        if len(list(_lines_of(best[:most], results, look))) + about + _CLOSING <= height:
            return most
    return _LEAST


def _lines_of(findings: Sequence[Finding], results: Results, look: Look) -> Iterator[str]:
    entries = [_Entry(f, _headings(f, results)) for f in ranked(findings, results)]
    return _section(entries, 0, _Page(results, look))


def _headings(finding: Finding, results: Results) -> tuple[str, ...]:
    names = tuple(plain(name) for name in finding.trail)
    if not names:
        return (plain(path_of(results, finding.span)),)
    state = journey_of(finding).partition("@")[2]
    return (f"{names[0]}, {plain(state)} state", *names[1:]) if state else names


def _section(entries: Sequence[_Entry], depth: int, page: _Page) -> Iterator[str]:
    """The headings at this depth in the order of their worst finding, and what stands under them.

    What speaks of a journey or a stage as a whole takes its turn among the parts of it.
    """
    parts: dict[str, list[_Entry]] = {}
    for entry in entries:
        name = entry.under[depth] if len(entry.under) > depth else _WHOLE
        parts.setdefault(name, []).append(entry)
    for name, inside in parts.items():
        if len(parts) > 1 or name != _WHOLE:
            yield _STEP * depth + _heading(name, inside, depth, page.look)
        if name != _WHOLE:
            yield from _section(inside, depth + 1, page)
        else:
            indent = _STEP * (depth + (len(parts) > 1))
            for entry in inside:
                yield from _lines(entry.finding, indent, page)
        if depth == 0:
            yield ""


def _heading(name: str, inside: Sequence[_Entry], depth: int, look: Look) -> str:
    paint = painter(look)
    if not any(e.finding.moment and len(e.under) == depth + 1 for e in inside):
        return paint(name, "title")
    return f"{paint('◆' if look.unicode else '*', 'moment')} {paint(name, 'title')}"


def _lines(finding: Finding, indent: str, page: _Page) -> Iterator[str]:
    results, look = page.results, page.look
    paint = painter(look)
    severity = finding.severity.word
    place = f"{plain(place_of(results, finding.span))} ({finding.rule})"
    message = _fold(f"{severity}: {plain(said(finding))}", indent, look)
    last = f"{indent}{message[-1]}{_STEP}"
    beside = look.width is not None and width(f"{last}{place}") <= look.width
    for number, part in enumerate(message, 1):
        line = part if number > 1 else paint(severity, severity) + part[len(severity) :]
        tail = _STEP + paint(place, "quiet") if beside and number == len(message) else ""
        yield indent + line + tail
    inner = indent + _STEP
    for word, text in page.advice(finding):
        for part in _fold(f"{word}: {plain(text)}", inner, look):
            yield inner + part
    for other in finding.related:
        see = f"see {place_of(results, other.span)}: {other.message}"
        for part in _fold(plain(see), inner, look):
            yield inner + part
    if not beside:
        yield from (inner + paint(part, "quiet") for part in _fold(place, inner, look))


def _fold(text: str, indent: str, look: Look) -> list[str]:
    room = None if look.width is None else max(20, look.width - len(indent) - len(_STEP))
    first, *others = folded(text, room)
    return [first, *(_STEP + part for part in others)]


FORMAT = Format("grouped", _write)
