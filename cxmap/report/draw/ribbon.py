"""The ribbon of owners under the emotion curve, with a mark at every handoff."""

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup, escape

from cxmap.report.draw.svg import percent, safe, width
from cxmap.report.view.ribbon import Ribbon, Segment

_HEIGHT = 34
_STAGE = 190  # pixels a stage has at least, to judge what fits
_PADDING = 14


def ribbon(owners: Ribbon) -> Markup:
    """Who looks after the customer; a dashed box for nobody, a triangle at each handoff."""
    anchor = escape(owners.anchor)
    return safe(
        f'<svg class="ribbon" width="100%" height="{_HEIGHT}" role="img"'
        f' aria-labelledby="{anchor}-t">'
        f'<title id="{anchor}-t">{escape(owners.title)}</title>',
        *(part for segment in owners.segments for part in _segment(segment, owners.stages)),
        *_hands(owners.segments),
        "</svg>",
    )


def _segment(segment: Segment, stages: int) -> Iterator[str]:
    x, across = percent(segment.start), percent(segment.end - segment.start)
    middle = percent((segment.start + segment.end) / 2)
    room = (segment.end - segment.start) * stages * _STAGE - _PADDING
    if segment.team is None or segment.team.customer:
        kind, words = ("nobody", "nobody") if segment.team is None else ("alone", "customer alone")
        inset = 0.0025
        x, across = percent(segment.start + inset), percent(segment.end - segment.start - 2 * inset)
        yield f'<rect class="seg {kind}" x="{x}" y="6" width="{across}" height="22" rx="3"/>'
        if kind == "alone" and width(words) > room:
            words = "alone"
        if width(words) <= room + _PADDING:
            yield f'<text class="st {kind[:2]}" x="{middle}" y="21">{words}</text>'
        return
    team = segment.team
    yield f'<rect class="seg t{team.tint}" x="{x}" y="5" width="{across}" height="24" rx="3"/>'
    words = team.name if width(team.name) <= room else team.monogram
    if width(words) <= room + _PADDING:
        yield f'<text class="st" x="{middle}" y="21">{escape(words)}</text>'


def _hands(segments: tuple[Segment, ...]) -> Iterator[str]:
    for one, two in pairwise(segments):
        drop = " drop" if one.team is None or two.team is None else ""
        yield (
            f'<svg class="hand{drop}" x="{percent(two.start)}" y="17" overflow="visible">'
            '<path d="M-3.5-5 3.5 0-3.5 5z"/></svg>'
        )
