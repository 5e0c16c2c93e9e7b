"""Coverage: one mark per touchpoint in order, hollow where something is missing."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from cxmap.report.draw.svg import number, safe

_WIDE, _NARROW = 10.5, 4.5  # from mark to mark, for few touchpoints and for many
_MANY = 26
_BETWEEN_STAGES = 6.5
_HEIGHT = 16


def strip(stages: Sequence[Sequence[bool | None]], label: str) -> Markup:
    """A strip of marks, spaced by stage.

    Args:
        stages: for every stage and touchpoint whether it has an answer; None where none is asked.
        label: what it shows, for those who do not see it.
    """
    total = sum(map(len, stages))
    step = _WIDE if total <= _MANY else _NARROW
    gap = 2.5 if total <= _MANY else 1.0
    x, marks = 1.0, []
    for stage in stages:
        for answered in stage:
            marks.append(_mark(x, step - gap, answered))
            x += step
        if stage:
            x += _BETWEEN_STAGES if total <= _MANY else _BETWEEN_STAGES / 2
    width = number(max(x - (_BETWEEN_STAGES if total <= _MANY else _BETWEEN_STAGES / 2), 1))
    return safe(
        f'<svg class="strip" width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}"'
        f' role="img" aria-label="{escape(label)}">',
        *marks,
        "</svg>",
    )


def _mark(x: float, width: float, answered: bool | None) -> str:  # noqa: FBT001 (a mark's state)
    if answered:
        return (
            f'<rect class="u" x="{number(x)}" y="1" width="{number(width)}" height="14" rx="1.5"/>'
        )
    kind = "na" if answered is None else "no"
    return (
        f'<rect class="u {kind}" x="{number(x + 0.6)}" y="1.6" width="{number(width - 1.2)}"'
        ' height="12.8" rx="1.5"/>'
    )
