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
    ticks = [_tick(n, "late" if n >= whole else "on") for n in range(gone)]
    ticks += [_tick(n, "off") for n in range(gone, whole)]
    width = number(max(len(ticks) * _STEP - (_STEP - _WIDTH), _WIDTH))
    return safe(
        f'<svg class="clock" width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}"'
        ' aria-hidden="true">',
        *ticks,
        "</svg>",
    )


def _tick(place: int, state: str) -> str:
    if state == "off":
        x = number(place * _STEP + 0.5)
        return f'<rect class="off" x="{x}" y=".5" width="3" height="11"/>'
    return f'<rect class="{state}" x="{number(place * _STEP)}" y="0" width="4" height="12"/>'
