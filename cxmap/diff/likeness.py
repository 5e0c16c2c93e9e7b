"""How alike two texts or sets are, from 0 to 1, and which of many belong together for sure."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from cxmap.model.meaning import plain

Item = TypeVar("Item")

LEAST = 0.6
"""How alike two items must be to be taken for one."""

LEAD = 0.1
"""By how much they must be more alike than either is to any other: a tie is never broken."""

_MOST = 40_000  # comparisons; where more would be needed nothing is guessed


def texts(one: str, other: str) -> float:
    """How alike two texts are, without regard to case and punctuation.

    The Dice coefficient of their pairs of neighbouring letters: twice the pairs they share, by the
    pairs they have. Source: Dice, L. R., Measures of the amount of ecologic association between
    species, Ecology 26, 1945.
    """
    mine, theirs = _pairs(one), _pairs(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


def sets(one: Iterable[Hashable], other: Iterable[Hashable]) -> float:
    """How alike two sets are: what they share, by what they hold together."""
    mine, theirs = frozenset(one), frozenset(other)
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0


def weighted(parts: Iterable[tuple[float, float | None]]) -> float:
    """The mean of likenesses by their weights; one that is None has nothing to say."""
    said = [(weight, likeness) for weight, likeness in parts if likeness is not None]
    total = sum(weight for weight, _ in said)
    return sum(weight * likeness for weight, likeness in said) / total if total else 0.0


def pair_up(
    gone: Sequence[Item], come: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[tuple[int, int]]:
    """Which of the items that are gone live on in which of those that came, as their numbers.

    Two belong together where each is what the other is most like, they are alike enough, and
    neither is nearly as much like a third.
    """
    if len(gone) * len(come) > _MOST:
        return []
    table = [[likeness(one, other) for other in come] for one in gone]
    columns = [list(column) for column in zip(*table, strict=True)]
    found = []
    for row, likenesses in enumerate(table):
        column = _clear_best(likenesses)
        if column is not None and _clear_best(columns[column]) == row:
            found.append((row, column))
    return found


def _clear_best(likenesses: Sequence[float]) -> int | None:
    order = sorted(range(len(likenesses)), key=lambda n: -likenesses[n])
    if not order or likenesses[order[0]] < LEAST:
        return None
    if len(order) > 1 and likenesses[order[0]] - likenesses[order[1]] < LEAD:
        return None
    return order[0]


@lru_cache(maxsize=4_096)
def _pairs(text: str) -> Counter[str]:
    letters = f"-{plain(text)}-"
    return Counter(letters[n : n + 2] for n in range(len(letters) - 1))
