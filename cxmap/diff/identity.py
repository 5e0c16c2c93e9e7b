"""Which item of one version is which item of the other."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from cxmap.diff.likeness import pair_up
from cxmap.model.index import Identified

Item = TypeVar("Item", bound=Identified)


class Link(Enum):
    """How two items were found to be one."""

    ID = "id"
    REPLACES = "replaces"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Pair(Generic[Item]):
    """An item before and after, and how they were found to be one."""

    before: Item
    after: Item
    link: Link


@dataclass(frozen=True, slots=True)
class Match(Generic[Item]):
    """Which items belong together.

    Attributes:
        pairs: items that are there before and after, in the order of after.
        merged: items that went into one that has a pair of its own.
        split: items that came out of one that has a pair of its own.
        removed: items that are gone.
        added: items that came.
    """

    pairs: tuple[Pair[Item], ...] = ()
    merged: tuple[Pair[Item], ...] = ()
    split: tuple[Pair[Item], ...] = ()
    removed: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()

    def names(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """One id for both of each pair whose ids differ: by the id before, and by the id after."""
        differ = [(p.before.id, p.after.id) for p in self.pairs if p.before.id != p.after.id]
        one = {before: min(before, after) for before, after in differ}
        return one, {after: min(before, after) for before, after in differ}


def match(
    before: Iterable[Item],
    after: Iterable[Item],
    *,
    replaces: Iterable[tuple[str, str]] = (),
    settled: Collection[str] = (),
    likeness: Callable[[Item, Item], float] | None = None,
) -> Match[Item]:
    """Find which items belong together: by id, by what replaces what, else by clear likeness.

    Args:
        before: items with ids of their own; of equal ids the first counts.
        after: the items they are compared with.
        replaces: ids before and after that are said to belong together, the surest first.
        settled: ids of which is known what became of them, so that nothing is guessed.
        likeness: how alike two items are, 0 to 1; None to guess nothing.
    """
    was, now = _by_id(before), _by_id(after)
    partner: dict[str, tuple[str, Link]] = {i: (i, Link.ID) for i in was if i in now}
    taken = set(partner)
    stated = [(one, other) for one, other in replaces if one in was and other in now]
    for one, other in stated:
        if one not in partner and other not in taken:
            partner[one] = other, Link.REPLACES
            taken.add(other)
    merged = [p for p in stated if p[0] not in partner and p[1] in taken]
    split = [p for p in stated if p[0] in partner and p[1] not in taken]
    gone = [i for i in was if i not in partner and i not in {one for one, _ in merged}]
    come = [i for i in now if i not in taken and i not in {other for _, other in split}]
    if likeness is not None:
        open_was, open_now = ([i for i in ids if i not in settled] for ids in (gone, come))
        for one, other in _guess([was[i] for i in open_was], [now[i] for i in open_now], likeness):
            partner[one] = other, Link.GUESS
    back = {other: (one, link) for one, (other, link) in partner.items()}
    return Match(
        tuple(Pair(was[back[i][0]], item, back[i][1]) for i, item in now.items() if i in back),
        tuple(_stated(merged, was, now, of_after=False)),
        tuple(_stated(split, was, now, of_after=True)),
        tuple(was[i] for i in gone if i not in partner),
        tuple(now[i] for i in come if i not in back),
    )


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found


def _guess(
    gone: Sequence[Item], come: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> Iterable[tuple[str, str]]:
    for one, other in pair_up(gone, come, likeness):
        yield gone[one].id, come[other].id


def _stated(
    pairs: Iterable[tuple[str, str]],
    was: Mapping[str, Item],
    now: Mapping[str, Item],
    *,
    of_after: bool,
) -> Iterable[Pair[Item]]:
    """The first of several things said of the same item."""
    first: dict[str, tuple[str, str]] = {}
    for pair in pairs:
        first.setdefault(pair[of_after], pair)
    for one, other in first.values():
        yield Pair(was[one], now[other], Link.REPLACES)
