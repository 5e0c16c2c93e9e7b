"""The clock of a redesign: one tick per working day, the days past due running on."""

from markupsafe import Markup

from cxmap.report.draw.svg import number, safe

_STEP, _WIDTH, _HEIGHT = 5.6, 4.0, 12
_MOST = 26  # ticks; a longer redesign has a tick for several days


def clock(allowed: int, used: int) -> Markup:
    """Ticks for the working days a redesign may take, filled as they go by.

    Hidden from assistive technology: the text beside it says the same.

    Args:
        allowed: working days from its start to the day it is due.
        used: working days gone by; more than allowed where it is late.
    """
    days = max(1, -(-max(allowed, used) // _MOST))
    whole, gone = -(-allowed // days), -(-used // days)
    total = max(gone, whole)
    width = number(max(total * _STEP - (_STEP - _WIDTH), _WIDTH))
    return safe(
        f'<svg class="clock" width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}"'
        ' aria-hidden="true">',
        _ticks("on", range(min(gone, whole))),
        _ticks("late", range(whole, gone)),
        _ticks("off", range(gone, whole)),
        "</svg>",
    )


def _ticks(state: str, places: range) -> str:
    """All ticks of one state as one path."""
    if not places:
        return ""
    inset = 0.5 if state == "off" else 0  # half of the line around it
    wide, high = number(_WIDTH - 2 * inset), number(_HEIGHT - 2 * inset)
    start = number(inset)
    path = "".join(f"M{number(n * _STEP + inset)} {start}h{wide}v{high}h-{wide}z" for n in places)
    return f'<path class="{state}" d="{path}"/>'
