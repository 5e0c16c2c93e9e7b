"""For how many customers something is."""

from collections.abc import Hashable

from cxmap.diff.difference import Difference
from cxmap.diff.promise import Turn


def who_it_is_for(difference: Difference) -> Turn:
    """Whether it is for more customers or for fewer.

    A touchpoint that names none is for all; of a journey or a message it says that nobody knows.
    """
    was, now = _customers(difference.was), _customers(difference.now)
    if difference.spot.kind == "touchpoint":
        if not now:
            return Turn.TIGHTENED
        if not was:
            return Turn.LOOSENED
    if was <= now:
        return Turn.TIGHTENED
    return Turn.LOOSENED if now <= was else Turn.UNCLEAR


def _customers(meaning: Hashable) -> frozenset[object]:
    return meaning if isinstance(meaning, frozenset) else frozenset()
