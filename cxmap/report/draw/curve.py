"""The emotion curve, large on a map and small in a table."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from cxmap.report.draw.smooth import pair, runs, smooth
from cxmap.report.draw.svg import DIAMOND, number, percent, safe, width
from cxmap.report.view.emotion import Dot, Emotion, Extreme, Line

_HEIGHT = 196
_ZERO, _STEP = 95.0, 27.5
_STAGE = 190  # pixels a stage has at least, to judge what fits
_LABEL = 27  # pixels a number needs
_LONGEST = 64


def axis() -> Markup:
    """The scale beside the curve."""
    rows = (
        ("Delighted +2", 44),
        ("+1", 71.5),
        ("Neutral 0", 99),
        ("−1", 126.5),
        ("Frustrated −2", 154),
    )
    texts = (f'<text x="100%" y="{y}">{words}</text>' for words, y in rows)
    return safe(
        f'<svg class="axis" width="100%" height="{_HEIGHT}" aria-hidden="true">', *texts, "</svg>"
    )


def curve(emotion: Emotion) -> Markup:
    """The curve of one sheet: ratings, the line between them, the high and the low point."""
    anchor = escape(emotion.anchor)
    return safe(
        f'<svg class="curve" width="100%" height="{_HEIGHT}" role="img"'
        f' aria-labelledby="{anchor}-t">'
        f'<title id="{anchor}-t">{escape(emotion.title)}</title>',
        *_grid(emotion.stages),
        '<svg x="0" y="40" width="100%" height="110" viewBox="0 0 1000 100"'
        ' preserveAspectRatio="none" overflow="visible">',
        *_lines(emotion, 1000, lambda value: 50 - 25 * value),
        "</svg>",
        *_dots(emotion),
        *_ends(emotion),
        "</svg>",
    )


def mini(emotion: Emotion | None, label: str) -> Markup:
    """The curve for a table, without words; a dashed line where nothing is rated."""
    if emotion is None or not emotion.rated:
        return safe(
            '<svg class="mini" width="240" height="48" viewBox="0 0 240 48" aria-hidden="true">'
            '<line class="nil" x1="2" x2="238" y1="24" y2="24"/></svg>'
        )
    separators = (
        f'<line class="sep" x1="{number(240 * n / emotion.stages)}" '
        f'x2="{number(240 * n / emotion.stages)}" y1="0" y2="48"/>'
        for n in range(1, emotion.stages)
    )
    return safe(
        '<svg class="mini" width="240" height="48" viewBox="0 0 240 48" role="img"'
        ' preserveAspectRatio="none"'
        f' aria-label="{escape(label)}">',
        *separators,
        '<line class="zero" x1="0" x2="240" y1="24" y2="24"/>',
        *_lines(emotion, 240, lambda value: 24 - 10 * value),
        "</svg>",
    )


def _grid(stages: int) -> Iterator[str]:
    for value in (2, 1, 0, -1, -2):
        y = number(_y(value))
        kind = "gl" if value else "zero"
        yield f'<line class="{kind}" x1="0" x2="100%" y1="{y}" y2="{y}"/>'
    for n in range(1, stages):
        x = percent(n / stages)
        yield f'<line class="sep" x1="{x}" x2="{x}" y1="0" y2="{_HEIGHT}"/>'


def _y(value: float) -> float:
    return _ZERO - _STEP * value


def _lines(emotion: Emotion, across: float, up: Callable[[float], float]) -> Iterator[str]:
    alone = len(emotion.lines) == 1
    zero = up(0)
    for line in emotion.lines:
        rated = [(n, dot) for n, dot in enumerate(line.dots) if dot.value is not None]
        points = [(dot.x * across, up(dot.value or 0)) for _, dot in rated]
        pieces = smooth(points)
        kind = "ln" if alone else f"ln l{line.style}"
        for first, last, whole in runs([n for n, _ in rated]):
            path = f"M{pair(points[first])}" + "".join(pieces[first:last])
            if alone and whole:
                yield from _areas(
                    path, points[first][0], points[last][0], zero, emotion.anchor, across
                )
            yield f'<path class="{kind}{"" if whole else " gap"}" d="{path}"/>'


def _areas(
    path: str, start: float, end: float, zero: float, anchor: str, across: float
) -> Iterator[str]:
    """What lies between a run of the line and neutral: one colour above it, another below."""
    name = f"{escape(anchor)}-{number(start).replace('.', '_')}"
    closed = f"{path}L{number(end)} {number(zero)}L{number(start)} {number(zero)}Z"
    for part, y in (("up", -zero), ("dn", zero)):
        yield (
            f'<clipPath id="{name}-{part}"><rect x="0" y="{number(y)}" width="{number(across)}"'
            f' height="{number(2 * zero)}"/></clipPath>'
            f'<path class="a-{part}" clip-path="url(#{name}-{part})" d="{closed}"/>'
        )


def _dots(emotion: Emotion) -> Iterator[str]:
    drawn: set[tuple[float, float | None]] = set()
    for line in emotion.lines:
        for dot in line.dots:
            if (dot.x, dot.value) not in drawn:
                drawn.add((dot.x, dot.value))
                yield _dot(dot)
    yield from _numbers(emotion)


def _dot(dot: Dot) -> str:
    if dot.value is None:
        return f'<circle class="d none" cx="{percent(dot.x)}" cy="{number(_ZERO)}" r="5"/>'
    sign = "pos" if dot.value > 0 else "neg" if dot.value < 0 else "neu"
    state = f"{sign} as" if dot.assumed else sign
    x, y = percent(dot.x), number(_y(dot.value))
    if dot.moment:
        return f'<svg class="d mot {state}" x="{x}" y="{y}" overflow="visible">{DIAMOND}</svg>'
    return f'<circle class="d {state}" cx="{x}" cy="{y}" r="4.5"/>'


def _numbers(emotion: Emotion) -> Iterator[str]:
    """The numbers of the touchpoints, as many as have room; the most important ones first."""
    by_place: dict[float, list[Dot]] = {}
    for line in emotion.lines:
        for dot in line.dots:
            by_place.setdefault(dot.x, []).append(dot)
    ends = {e.number for e in (emotion.high, emotion.low) if e is not None}
    room = _LABEL / (emotion.stages * _STAGE)
    taken: list[float] = []
    order = sorted(
        by_place.items(), key=lambda item: (item[1][0].number not in ends, not item[1][0].moment)
    )
    labels = []
    for x, dots in order:
        if all(abs(x - other) >= room for other in taken):
            taken.append(x)
            labels.append((x, _label(x, dots)))
    yield from (label for _, label in sorted(labels))


def _label(x: float, dots: Sequence[Dot]) -> str:
    values = [dot.value for dot in dots if dot.value is not None]
    place = f'x="{percent(x)}"'
    text = escape(dots[0].number)
    if not values:
        return (
            f'<text class="dl" {place} y="84">{text}</text>'
            f'<text class="dl q" {place} y="115">not rated</text>'
        )
    lowest, highest = min(values), max(values)
    if lowest < 0 and highest <= 0:
        return f'<text class="dl" {place} y="{number(_y(lowest) + 21)}">{text}</text>'
    return f'<text class="dl" {place} y="{number(_y(highest) - 13)}">{text}</text>'


def _ends(emotion: Emotion) -> Iterator[str]:
    ends: tuple[tuple[Extreme | None, str, float], ...] = (
        (emotion.high, "Aims highest" if emotion.wish else "High point", -28.0),
        (emotion.low, "Aims lowest" if emotion.wish else "Low point", 37.0),
    )
    for extreme, words, away in ends:
        place = _place(emotion.lines, extreme)
        if extreme is not None and place is not None:
            who = f", {extreme.who}" if extreme.who else ""
            text = f"{words}: {extreme.name}{who}"
            if len(text) > _LONGEST:
                text = text[: _LONGEST - 1].rstrip() + "…"
            y = number(_y(extreme.value) + away)
            anchor, x = _anchored(place, width(text) / 2 / (emotion.stages * _STAGE))
            yield f'<text class="xl {anchor}" x="{x}" y="{y}">{escape(text)}</text>'


def _place(lines: Sequence[Line], extreme: Extreme | None) -> float | None:
    if extreme is None:
        return None
    return next((d.x for line in lines for d in line.dots if d.number == extreme.number), None)


def _anchored(x: float, half: float) -> tuple[str, str]:
    """Where words of some half width begin so that they stay on the sheet."""
    if x < half:
        return "start", "0.5%"
    if x > 1 - half:
        return "end", "99.5%"
    return "middle", percent(x)
