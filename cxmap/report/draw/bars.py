"""The bar of a measure beside its target, and the line of all its readings."""

from markupsafe import Markup

from cxmap.report.draw.svg import number, safe
from cxmap.report.view.scale import Bullet, Spark

_WIDTH, _HEIGHT = 132, 34
_LEFT, _RIGHT, _TOP, _BOTTOM = 4.0, 126.0, 5.7, 28.3
_COLOURED = {"ok", "bad"}


def bullet(bar: Bullet | None) -> Markup:
    """The newest figure on the metric's own scale, a tick at the target, a line for the rest.

    Hidden from assistive technology: the text beside it says the same.
    """
    if bar is None:
        return Markup()
    left, right = sorted((bar.start, bar.end))
    state = bar.state if bar.state in _COLOURED else "open"
    parts = [
        '<svg class="bullet" width="100%" height="14" aria-hidden="true">',
        '<rect class="trk" x="0" y="4" width="100%" height="6" rx="3"/>',
        f'<rect class="bar {state}" y="4" height="6" rx="3"',
        f' x="{number(left)}%" width="{number(right - left)}%"/>',
    ]
    if bar.low is not None and bar.high is not None:
        parts.append(
            f'<line class="ci" x1="{number(bar.low)}%" x2="{number(bar.high)}%"'
            ' y1="12.5" y2="12.5"/>'
        )
    if bar.tick is not None:
        if bar.state == "bad":
            first, last = sorted((bar.end, bar.tick))
            parts.append(
                f'<line class="short" x1="{number(first)}%" x2="{number(last)}%" y1="7" y2="7"/>'
            )
        tick = number(bar.tick)
        parts.append(f'<line class="tick" x1="{tick}%" x2="{tick}%" y1="0" y2="14"/>')
    return safe(*parts, "</svg>")


def spark(line: Spark | None) -> Markup:
    """All readings by time with the target dotted; a dashed line where there are none."""
    head = f'<svg class="spark" width="{_WIDTH}" height="{_HEIGHT}" aria-hidden="true">'
    if line is None:
        return safe(head, '<line class="nil" x1="2" x2="130" y1="17" y2="17"/></svg>')
    points = [
        (_LEFT + x * (_RIGHT - _LEFT), _BOTTOM - y * (_BOTTOM - _TOP)) for x, y in line.points
    ]
    parts = [head]
    if line.target is not None:
        y = number(_BOTTOM - line.target * (_BOTTOM - _TOP))
        parts.append(f'<line class="tg" x1="0" x2="{_WIDTH}" y1="{y}" y2="{y}"/>')
    if len(points) > 1:
        path = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        parts.append(f'<polyline points="{path}"/>')
    x, y_last = points[-1]
    if line.between is not None:
        low, high = (number(_BOTTOM - end * (_BOTTOM - _TOP)) for end in line.between)
        parts.append(f'<line class="ci" x1="{number(x)}" x2="{number(x)}" y1="{low}" y2="{high}"/>')
    state = line.state if line.state in _COLOURED else "open"
    parts.append(f'<circle class="{state}" cx="{number(x)}" cy="{number(y_last)}" r="3.2"/>')
    return safe(*parts, "</svg>")
