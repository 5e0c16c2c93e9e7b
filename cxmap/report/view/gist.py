"""What a comparison comes to in a sentence or two, by plain rules."""

from collections.abc import Iterator

from cxmap.diff.balance import Balance, Picture
from cxmap.report.say import many, spelled
from cxmap.report.view.overlay import Overlay, Point
from cxmap.report.view.telling import Piece
from cxmap.words import joined, signed

_MOST = 3  # parts of the sentence


def gist(balance: Balance, overlays: list[Overlay], *, aim: bool) -> tuple[Piece, ...]:
    """What changes for customers as a whole: who answers, who is asked, the low point.

    Args:
        balance: the map before and after, counted.
        overlays: its curves.
        aim: the one is today and the other what is aimed for.
    """
    before, after = balance.before, balance.after
    if before is None or after is None:
        size = many((before or after or _NOTHING).touchpoints, "touchpoint")
        return (Piece(f"The whole map is {'new' if after else 'gone'}, with {size}."),)
    parts = list(_counted(before, after))[:_MOST]
    lift = _low_point(overlays, aim=aim)
    if not parts and lift is None:
        return ()
    subject = "The target" if aim else "The change"
    pieces = [Piece(f"{subject} {joined(parts)}" if parts else subject)]
    if lift is not None:
        point, words = lift
        pieces.append(Piece(", and " if parts else " "))
        pieces += [
            Piece(f"{words} the low point, "),
            Piece(f"{point.number} {point.name}", strong=True),
        ]
        pieces.append(Piece(f", from {signed(point.before or 0)} to {signed(point.after or 0)}"))
    return (*pieces, Piece("."))


_NOTHING = Picture(0, 0, 0, 0, 0, 0, 0, 0, 0, None)


def _counted(before: Picture, after: Picture) -> Iterator[str]:
    closed = [
        word
        for word, one, other in (
            ("owner", before.unowned, after.unowned),
            ("timeline", before.untimed, after.untimed),
        )
        if one and not other
    ]
    if closed:
        yield f"closes every {' and '.join(closed)} gap"
    if after.unowned and after.unowned != before.unowned:
        left = many(after.unowned, "touchpoint")
        yield f"leaves {left} to nobody instead of {spelled(before.unowned)}"
    one, other = before.touchpoints - before.unheard, after.touchpoints - after.unheard
    if one != other:
        asks = f"asks customers at {other} of {after.touchpoints} touchpoints"
        yield f"{asks} instead of {one} of {before.touchpoints}"


def _low_point(overlays: list[Overlay], *, aim: bool) -> tuple[Point, str] | None:
    """The touchpoint that felt worst, where it is there in both and feels otherwise."""
    points = [p for overlay in overlays for p in overlay.points if p.before is not None]
    if not points:
        return None
    low = min(points, key=lambda p: (p.before or 0, not p.moment))
    if not low.lift or (low.before or 0) >= 0:
        return None
    if low.lift < 0:
        return low, "lowers"
    return low, "aims to lift" if aim else "lifts"


def emotion_heading(balance: Balance, *, aim: bool) -> str:
    """What becomes of the average rating; a plain noun where nothing does."""
    one = balance.before.emotion if balance.before else None
    other = balance.after.emotion if balance.after else None
    if one is None or other is None or signed(one) == signed(other):
        return "How it feels"
    if not aim:
        return f"The average rating goes from {signed(one)} to {signed(other)}"
    if other > one:
        return f"The target aims to lift the average from {signed(one)} to {signed(other)}"
    return f"The target lets the average go from {signed(one)} to {signed(other)}"
