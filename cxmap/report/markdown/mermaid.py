"""Diagrams that hosts draw from text in Markdown: the emotion curve and its peaks.

Texts from maps stand in them as plain words. Mermaid has no way to write a colon or a hash in a
name, and a backtick would end the block.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from cxmap.report.view.emotion import Dot, Emotion
from cxmap.report.view.sheet import Sheet, StageView
from cxmap.report.view.touchpoint import Card
from cxmap.words import cut

_KEPT = frozenset(" -–—’().?!+/")
_LONGEST = 60  # characters of a name; longer ones run out of the picture
_LOOK = (
    '%%{init: {"xyChart": {"width": 900, "height": 260}, "themeVariables":'
    ' {"xyChart": {"plotColorPalette": "#125f9c"}}}}%%'
)
_WIDE = '%%{init: {"journey": {"width": 230}}}%%'  # boxes in which most names are read whole
_NEUTRAL = 3  # Mermaid rates from 1 to 5


def words(text: str) -> str:
    """A text with nothing in it but letters, digits and harmless marks, on one line."""
    kept = (c if c in _KEPT or unicodedata.category(c)[0] in "LMN" else " " for c in text)
    return cut("".join(kept), _LONGEST)


def curves(sheets: Sequence[Sheet]) -> Iterator[Markup]:
    """The whole curve as a diagram, one for each customer who feels otherwise than the others.

    No line where fewer than two touchpoints are rated.
    """
    emotions = [sheet.emotion for sheet in sheets]
    for name, dots in _lines(emotions):
        rated = [dot for dot in dots if dot.value is not None]
        if len(rated) > 1:
            yield _curve(name, rated, wish=emotions[0].wish)


def unrated(sheets: Sequence[Sheet]) -> Iterator[Dot]:
    """The touchpoints that no line of the curve shows."""
    lines = [dots for _, dots in _lines([sheet.emotion for sheet in sheets])]
    rated = {dot.number for dots in lines for dot in dots if dot.value is not None}
    once = {dot.number: dot for dots in lines for dot in dots if dot.number not in rated}
    yield from once.values()


def peaks(sheets: Sequence[Sheet]) -> Markup:
    """The strongest feeling of each stage with who carries the customer there, as a diagram.

    Empty where nothing is rated. All touchpoints in one would shrink to nothing.
    """
    found: dict[str, list[tuple[Dot, str]]] = {}
    for name, dots in _lines([sheet.emotion for sheet in sheets]):
        for dot in dots:
            if dot.value is not None:
                found.setdefault(dot.number, []).append((dot, name))
    stages = [stage for sheet in sheets for stage in sheet.stages]
    lines = [line for stage in stages for line in _peak(stage, found)]
    return _block([_WIDE, "journey", *lines]) if lines else Markup()


def _lines(emotions: Sequence[Emotion]) -> list[tuple[str, list[Dot]]]:
    """The lines of all sheets, each as the one line it is."""
    found: Mapping[tuple[int, str], list[Dot]] = {
        (n, line.name): [] for emotion in emotions for n, line in enumerate(emotion.lines)
    }
    for emotion in emotions:
        for n, line in enumerate(emotion.lines):
            found[n, line.name].extend(line.dots)
    return [(name, dots) for (_, name), dots in found.items()]


def _curve(name: str, rated: Sequence[Dot], *, wish: bool) -> Markup:
    title = "What the target aims for by touchpoint" if wish else "Emotion by touchpoint"
    who = f", {words(name)}" if name else ""
    numbers = ", ".join(f'"{dot.number}"' for dot in rated)
    values = ", ".join(f"{dot.value:g}" for dot in rated)
    return _block(
        [
            _LOOK,
            "xychart-beta",
            f'  title "{title}{who}"',
            f"  x-axis [{numbers}]",
            '  y-axis "Frustrated to delighted" -2 --> 2',
            f"  line [{values}]",
        ]
    )


def _peak(stage: StageView, found: Mapping[str, Sequence[tuple[Dot, str]]]) -> Iterator[str]:
    """The strongest feeling: moments of truth before others, what hurts before what pleases."""
    felt = [(dot, who, card) for card in stage.cards for dot, who in found.get(card.number, ())]
    if not felt:
        return
    dot, who, card = min(felt, key=lambda f: _strength(f[0]))
    differs = len({other.value for other, _ in found[dot.number]}) > 1
    whose = f" ({words(who)})" if who and differs else ""
    value = _NEUTRAL + round(dot.value or 0)
    yield f"  section {stage.number} {words(stage.name)}"
    yield f"    {dot.number} {words(dot.name)}{whose}: {value}: {_carrier(card)}"


def _strength(dot: Dot) -> tuple[float, bool, float]:
    value = dot.value or 0
    return -abs(value), not dot.moment, value


def _carrier(card: Card) -> str:
    """Who carries the customer there; never empty, for then Mermaid draws nothing."""
    if card.owner is None:
        return "Nobody"
    return "Customer" if card.owner.customer else words(card.owner.name) or card.owner.monogram


def _block(lines: Iterable[str]) -> Markup:
    return Markup("\n".join(["```mermaid", *lines, "```"]))  # noqa: S704 (plain words alone)
