"""The changes of one item together: the touchpoint, stage or other item that people speak of."""

from collections.abc import Iterable
from dataclasses import dataclass

from cxmap.diff.change import Change
from cxmap.diff.difference import Sort, Spot
from cxmap.diff.level import Level
from cxmap.model.action import Action


@dataclass(frozen=True, slots=True)
class Group:
    """An item with its changes.

    Attributes:
        before: the item as it was; None where it is new.
        after: the item as it is; None where it is gone.
        changes: what changed: of the item as a whole, then the worst first.
    """

    before: Spot | None
    after: Spot | None
    changes: tuple[Change, ...]

    @property
    def spot(self) -> Spot:
        """The item as it is, else as it was."""
        return self.changes[0].difference.spot

    @property
    def sort(self) -> Sort:
        """What happened to the item as a whole; `ANSWERED` where it stayed as it is."""
        sorts = [change.difference.sort for change in self.changes]
        whole = (Sort.ADDED, Sort.REMOVED, Sort.SPLIT, Sort.MOVED, Sort.REPLACED, Sort.RENAMED)
        return next((sort for sort in whole if sort in sorts), Sort.ANSWERED)

    @property
    def level(self) -> Level:
        """The worst of its changes."""
        return min(change.level for change in self.changes)

    @property
    def takes_work(self) -> bool:
        """Whether somebody has to make any of it come true."""
        return any(change.takes_work for change in self.changes)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions that deliver it."""
        found = {id(a): a for change in self.changes for a in change.actions}
        return tuple(found.values())

    @property
    def uncovered(self) -> bool:
        """Whether it takes work and nobody has planned it."""
        return self.takes_work and not self.actions


def grouped(changes: Iterable[Change]) -> tuple[Group, ...]:
    """Changes by the item they are about, in the order in which the items come."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.item, []).append(change)
    return tuple(_group(tuple(changes)) for changes in found.values())


def _group(changes: tuple[Change, ...]) -> Group:
    whole = [c.difference for c in changes if c.difference.sort not in {Sort.MERGED, Sort.SPLIT}]
    before = next((d.before for d in whole if d.before), None)
    after = next((c.difference.after for c in changes if c.difference.after), None)
    return Group(before, after, tuple(sorted(changes, key=_rank)))


def _rank(change: Change) -> tuple[bool, Level]:
    """What happened to the item as a whole comes first, then what customers lose."""
    return change.difference.sort is Sort.ANSWERED, change.level
