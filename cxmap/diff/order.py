"""The fewest moves that explain a new order."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Which items have to move for one order to become the other; all others keep theirs.

    What stays is a longest common subsequence; of several it is the first by its items' names, so
    that the way back moves the same items.

    Args:
        before: the items in their order.
        after: the same items in another order.
    """
    place = {item: number for number, item in enumerate(after)}
    ends = _longest([place[item] for item in before])
    begins = _longest([-place[item] for item in reversed(before)])[::-1]
    longest = max(ends, default=0)
    levels: list[list[int]] = [[] for _ in range(longest)]
    for number, (end, begin) in enumerate(zip(ends, begins, strict=True)):
        if end + begin - 1 == longest:
            levels[end - 1].append(number)
    stays: list[int] = []
    for level in levels:
        last = stays[-1] if stays else None
        fits = [n for n in level if last is None or _follows(before, place, last, n)]
        stays.append(min(fits, key=lambda n: before[n]))
    return frozenset(before) - {before[number] for number in stays}


def _follows(before: Sequence[str], place: dict[str, int], one: int, other: int) -> bool:
    return one < other and place[before[one]] < place[before[other]]


def _longest(numbers: Sequence[int]) -> list[int]:
    """For each number, how long the longest rising run is that ends with it."""
    tails: list[int] = []
    lengths = []
    for number in numbers:
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        lengths.append(length + 1)
    return lengths
