"""A smooth line through points that never overshoots them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cxmap.report.draw.svg import number

Point = tuple[float, float]


def smooth(points: Sequence[Point]) -> list[str]:
    """The pieces of a monotone cubic from each point to the next, as commands of a path.

    Between two points the line never leaves the range of their y, so a rating is never shown as
    better or worse than it was given. Slopes after Fritsch and Carlson, Monotone piecewise cubic
    interpolation, SIAM Journal on Numerical Analysis 17, 1980: 0 at a turn, else the weighted
    harmonic mean of the slopes on both sides.

    Args:
        points: with growing x.
    """
    pieces = []
    for (one, two), (slope, next_slope) in zip(
        pairwise(points), pairwise(_slopes(points)), strict=True
    ):
        third = (two[0] - one[0]) / 3
        first = (one[0] + third, one[1] + third * slope)
        second = (two[0] - third, two[1] - third * next_slope)
        pieces.append(f"c{_from(one, first)} {_from(one, second)} {_from(one, two)}")
    return pieces


def pair(point: Point) -> str:
    """A point as a path has it, to a tenth of a pixel, which is as fine as anybody sees."""
    return f"{number(round(point[0], 1))} {number(round(point[1], 1))}"


def _from(start: Point, point: Point) -> str:
    """The way from one point to another, from where the path has the one to where the other."""
    return pair(
        (
            round(point[0], 1) - round(start[0], 1),
            round(point[1], 1) - round(start[1], 1),
        )
    )


def runs(places: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Runs of points: those without an unrated one between them, and the gaps that lie between."""
    first = 0
    for n in range(1, len(places) + 1):
        if n == len(places) or places[n] != places[n - 1] + 1:
            if n - 1 > first:
                yield first, n - 1, True
            if n < len(places):
                yield n - 1, n, False
            first = n


def _slopes(points: Sequence[Point]) -> list[float]:
    steps = [(b[0] - a[0], (b[1] - a[1]) / (b[0] - a[0])) for a, b in pairwise(points)]
    if not steps:
        return [0.0] * len(points)
    inner = [_inner(one, two) for one, two in pairwise(steps)]
    return [steps[0][1], *inner, steps[-1][1]]


def _inner(before: tuple[float, float], after: tuple[float, float]) -> float:
    (left, rise), (right, next_rise) = before, after
    if rise * next_rise <= 0:
        return 0.0
    one, two = 2 * right + left, right + 2 * left
    return (one + two) / (one / rise + two / next_rise)
