"""Two emotion curves over one another: dashed what was, solid what is or is aimed for."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from cxmap.report.draw.smooth import pair, runs, smooth
from cxmap.report.draw.svg import number, percent, safe, width
from cxmap.report.view.overlay import Overlay, Point

_HEIGHT = 256
_ZERO, _STEP = 125.0, 42.5
_STAGE = 190  # pixels a stage has at least, to judge what fits
_LABEL = 27  # pixels a number needs
_BARE = 9.0  # from the middle of a dot to where an arrow may begin

Felt = Callable[[Point], float | None]


def overlay_axis() -> Markup:
    """The scale beside two curves."""
    words = {2: "Delighted +2", 1: "+1", 0: "Neutral 0", -1: "−1", -2: "Frustrated −2"}
    texts = (f'<text x="100%" y="{number(_y(v) + 4)}">{w}</text>' for v, w in words.items())
    return safe(
        f'<svg class="axis" width="100%" height="{_HEIGHT}" aria-hidden="true">', *texts, "</svg>"
    )


def overlay(curves: Overlay) -> Markup:
    """Both curves of one sheet, an arrow at each touchpoint that rises or falls."""
    anchor = escape(curves.anchor)
    return safe(
        f'<svg class="curve over" width="100%" height="{_HEIGHT}" role="img"'
        f' aria-labelledby="{anchor}-t"><title id="{anchor}-t">{escape(curves.title)}</title>',
        *_grid(curves.stages),
        *(part for point in curves.points for part in _arrow(point)),
        _line([p for p in curves.points if p.was], lambda p: p.before, "cur"),
        _line([p for p in curves.points if p.is_], lambda p: p.after, "tgt"),
        *(part for point in curves.points for part in _marks(point)),
        *_labels(curves),
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


def _arrow(point: Point) -> Iterator[str]:
    """From what was to what is, between the two dots; nothing where they are too close."""
    if point.before is None or point.after is None or not point.lift:
        return
    down = 1 if point.lift < 0 else -1
    start, end = _y(point.before) + _BARE * down, _y(point.after) - _BARE * down
    if (end - start) * down <= 0:
        return
    x = percent(point.x)
    fall = " fall" if down > 0 else ""
    path = "M-4.5-5 0 2 4.5-5z" if down > 0 else "M-4.5 5 0 -2 4.5 5z"
    yield (
        f'<line class="lift{fall}" x1="{x}" x2="{x}" y1="{number(start)}" y2="{number(end)}"/>'
        f'<svg class="lift-h{fall}" x="{x}" y="{number(end)}" overflow="visible">'
        f'<path d="{path}"/></svg>'
    )


def _line(points: Sequence[Point], felt: Felt, kind: str) -> str:
    """One curve; thin where somebody rated nothing in between."""
    rated = [(n, p.x, value) for n, p in enumerate(points) if (value := felt(p)) is not None]
    places = [(x * 1000, 50 - 25 * value) for _, x, value in rated]
    pieces = smooth(places)
    paths = (
        f'<path class="ln {kind}{"" if whole else " gap"}"'
        f' d="M{pair(places[first])}{"".join(pieces[first:last])}"/>'
        for first, last, whole in runs([n for n, _, _ in rated])
    )
    top, high = number(_y(2)), number(_y(-2) - _y(2))
    return (
        f'<svg x="0" y="{top}" width="100%" height="{high}" viewBox="0 0 1000 100"'
        f' preserveAspectRatio="none" overflow="visible">{"".join(paths)}</svg>'
    )


def _marks(point: Point) -> Iterator[str]:
    x = percent(point.x)
    if point.was:
        y = number(_y(point.before or 0))
        if point.before is None:
            yield f'<circle class="d none" cx="{x}" cy="{y}" r="5"/>' if not point.is_ else ""
        elif point.fate in {"removed", "merged"}:
            yield f'<svg class="x cur" x="{x}" y="{y}" overflow="visible">'
            yield '<path d="M-5-5 5 5M5-5-5 5"/></svg>'
        else:
            yield f'<circle class="d cur" cx="{x}" cy="{y}" r="4"/>'
    if point.is_:
        y = number(_y(point.after or 0))
        if point.after is None:
            yield f'<circle class="d none" cx="{x}" cy="{y}" r="5"/>'
        elif point.fate == "added":
            yield f'<svg class="plus tgt" x="{x}" y="{y}" overflow="visible">'
            yield '<circle r="8"/><path d="M-4 0H4M0-4V4"/></svg>'
        else:
            yield f'<circle class="d tgt" cx="{x}" cy="{y}" r="4.5"/>'


def _labels(curves: Overlay) -> Iterator[str]:
    """The numbers of the touchpoints, as many as have room; those that change first."""
    across = curves.stages * _STAGE
    taken: list[float] = []
    spoken: list[float] = []
    order = sorted(curves.points, key=lambda p: (not p.words, not p.lift, not p.moment))
    labels = []
    for point in order:
        if all(abs(point.x - other) >= _LABEL / across for other in taken):
            taken.append(point.x)
            room = (width(point.words) + 8) / across
            words = point.words if all(abs(point.x - o) >= room for o in spoken) else ""
            if words:
                spoken.append(point.x)
            labels.append((point.x, _label(point, words)))
    yield from (label for _, label in sorted(labels))


def _label(point: Point, words: str) -> str:
    """The number over what is, under what is gone, and what becomes of it."""
    values = [value for value in (point.before, point.after) if value is not None]
    gone = point.was and not point.is_
    if gone or (values and max(values) < 0):
        y = _y(min(values, default=0)) + 20
        second = y + 13
    else:
        second = _y(max(values, default=0)) - (14 if point.fate == "added" else 12)
        y = second - 13 if words else second
    x = percent(point.x)
    more = (
        f'<text class="dl q" x="{x}" y="{number(second)}">{escape(words)}</text>' if words else ""
    )
    return f'<text class="dl" x="{x}" y="{number(y)}">{escape(point.number)}</text>{more}'
