"""Coverage: one mark per touchpoint in order, hollow where something is missing."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from cxmap.report.draw.svg import number, safe

_WIDE, _NARROW = 10.5, 4.5  # from mark to mark, for few touchpoints and for many
_MANY = 26
_BETWEEN_STAGES = 6.5
_HEIGHT = 16
_KINDS: dict[bool | None, tuple[str, float]] = {
    True: ("u", 1.5),  # its line is 3 wide and makes the corners round
    False: ("u no", 0.6),
    None: ("u na", 0.6),
}
"""For every state the class of its marks, and how far their line runs inside their edge."""


def strip(stages: Sequence[Sequence[bool | None]], label: str) -> Markup:
    """A strip of marks, spaced by stage.

    Args:
        stages: for every stage and touchpoint whether it has an answer; None where none is asked.
        label: what it shows, for those who do not see it.
    """
    total = sum(map(len, stages))
    few = total <= _MANY
    step, gap = (_WIDE, 2.5) if few else (_NARROW, 1.0)
    between = _BETWEEN_STAGES if few else _BETWEEN_STAGES / 2
    x = 1.0
    places: dict[bool | None, list[float]] = {True: [], False: [], None: []}
    for stage in stages:
        for answered in stage:
            places[answered].append(x)
            x += step
        if stage:
            x += between
    width = number(max(x - between, 1))
    return safe(
        f'<svg class="strip" width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}"'
        f' role="img" aria-label="{escape(label)}">',
        *(_marks(found, step - gap, answered) for answered, found in places.items()),
        "</svg>",
    )


def _marks(places: Sequence[float], width: float, answered: bool | None) -> str:  # noqa: FBT001 (a mark's state)
    """All marks of one state as one path, as a page may hold thousands of them."""
    if not places:
        return ""
    kind, inset = _KINDS[answered]
    wide, high = number(width - 2 * inset), number(_HEIGHT - 2 - 2 * inset)
    top = number(1 + inset)
    path = "".join(f"M{number(x + inset)} {top}h{wide}v{high}h-{wide}z" for x in places)
    return f'<path class="{kind}" d="{path}"/>'
