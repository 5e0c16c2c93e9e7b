"""The emotion curve in characters."""

from collections.abc import Sequence

from cxmap.model.touchpoint import Touchpoint
from cxmap.output.ink import painter
from cxmap.output.journeys.numbered import Numbered, by_stage
from cxmap.output.results import Look

_LEVELS = (2, 1, 0, -1, -2)
_NAMES = {2: "Delighted +2", 1: "+1", 0: "Neutral 0", -1: "−1", -2: "Frustrated −2"}
_LABEL = 13


def curve(items: Sequence[Numbered], look: Look, customer: str | None = None) -> list[str]:
    """How touchpoints feel, from left to right; nothing where none is rated or it does not fit.

    Args:
        items: the touchpoints in their order.
        look: how text may look; the picture needs five columns a touchpoint.
        customer: whose feelings, where they differ.
    """
    feelings = {item.label: item.touchpoint.feeling(customer) for item in items}
    cells = [item for _, held in by_stage(items) for item in (*held, None)][:-1]
    step = 5
    needed = _LABEL + 1 + sum(step if cell else 1 for cell in cells)
    if all(feeling is None for feeling in feelings.values()):
        return []
    if look.width is not None and needed > look.width:
        return []
    paint = painter(look)
    lines = []
    for level in _LEVELS:
        row = f"{_name(level, look):>{_LABEL}} "
        for cell in cells:
            if cell is None:
                row += "·" if level == 0 and look.unicode else " "
                continue
            mark = _mark(cell.touchpoint, feelings[cell.label], level, look)
            ground = ("·" if look.unicode else ".") if level == 0 else " "
            style = "moment" if cell.touchpoint.moment_of_truth else "title"
            shown = paint(mark, style) if mark else ground
            row += ground * 2 + shown + ground * 2
        lines.append(row.rstrip())
    numbers = " " * (_LABEL + 1)
    numbers += "".join(f"{cell.label:^{step}}" if cell else " " for cell in cells)
    return [*lines, numbers.rstrip()]


def _name(level: int, look: Look) -> str:
    return _NAMES[level] if look.unicode else _NAMES[level].replace("−", "-")


def _mark(touchpoint: Touchpoint, feeling: float | None, level: int, look: Look) -> str:
    if feeling is None:
        return "?" if level == 0 else ""
    if round(feeling) != level:
        return ""
    if touchpoint.moment_of_truth:
        return "◆" if look.unicode else "#"
    return "●" if look.unicode else "o"
