"""Every finding with the lines it speaks of: `validate`'s form on a terminal."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from cxmap.finding import Finding
from cxmap.output.findings._choice import about_the_rest, choose
from cxmap.output.findings._excerpt import Frame, Row, excerpt
from cxmap.output.findings._where import place_of
from cxmap.output.ink import painter
from cxmap.output.plain import folded, plain
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import advice

Lines = Callable[[str], Sequence[str]]

_LONGEST = 10_000
"""Characters of a line that are shown where no terminal sets a width: none is read to its end."""


def _write(results: Results, look: Look) -> str:
    """An empty line follows each finding, so that the closing line stands by itself."""
    choice = choose(results, look)
    lines = cache(results.lines)
    blocks = ("\n".join(_block(finding, results, look, lines)) for finding in choice.shown)
    rest = about_the_rest(choice, results, look)
    return "".join(f"{block}\n\n" for block in blocks) + (f"{rest}\n" if rest else "")


def _block(finding: Finding, results: Results, look: Look, lines: Lines) -> Iterator[str]:
    paint = painter(look)
    severity = finding.severity.word
    own, others = _excerpts(finding, look, lines)
    gutter = max((len(row.gutter) for rows in (own, *others) for row in rows), default=0) or 1
    pad = " " * gutter
    bar = f"{pad} {paint('|', 'frame')}"

    title = f": {plain(finding.message)}"
    yield paint(f"{severity}[{finding.rule}]", severity) + paint(title, "title")
    yield f"{pad}{paint('-->', 'frame')} {plain(place_of(results, finding.span))}"
    if own:
        yield bar
        yield from _rows(own, gutter, look)
    elif finding.label:
        yield f"{pad} {paint('=', 'frame')} {plain(finding.label)}"
    for other, rows in zip(finding.related, others, strict=True):
        yield bar
        yield f"{pad}{paint(':::', 'frame')} {plain(place_of(results, other.span))}"
        if rows:
            yield bar
            yield from _rows(rows, gutter, look)
        else:
            yield f"{pad} {paint('=', 'frame')} {plain(other.message)}"
    notes = list(_notes(finding, gutter, look))
    if notes and (own or others):
        yield bar
    yield from notes


def _excerpts(finding: Finding, look: Look, lines: Lines) -> tuple[list[Row], list[list[Row]]]:
    spans = [finding.span, *(other.span for other in finding.related)]
    digits = max(len(str(max(span.line, span.end_line) + 1)) for span in spans)
    columns = _LONGEST if look.width is None else max(20, look.width - digits - len(" | "))
    dots = "…" if look.unicode else "..."
    paint = painter(look)
    primary = Frame("^", dots, lambda text: paint(text, finding.severity.word), columns)
    related = Frame("-", dots, lambda text: paint(text, "frame"), columns)
    own = excerpt(finding.span, finding.label, lines(finding.span.path), primary, below=True)
    others = [
        excerpt(other.span, other.message, lines(other.span.path), related)
        for other in finding.related
    ]
    return own, others


def _rows(rows: Sequence[Row], gutter: int, look: Look) -> Iterator[str]:
    paint = painter(look)
    for row in rows:
        yield f"{paint(f'{row.gutter:>{gutter}} |', 'frame')} {row.text}".rstrip()


def _notes(finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    paint = painter(look)
    for word, text in advice(finding):
        start = f"{' ' * gutter} = {word}: "
        room = None if look.width is None else look.width - len(start)
        parts = folded(plain(text), room)
        first = f"{' ' * gutter} {paint('=', 'frame')} {paint(f'{word}:', 'title')} {parts[0]}"
        yield first
        yield from (" " * len(start) + part for part in parts[1:])


FORMAT = Format("full", _write)
