"""A change: what differs, and what that means for customers."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cxmap.diff.difference import Difference, Sort, Spot
from cxmap.diff.level import Level
from cxmap.model.action import Action
from cxmap.model.meaning import exact, keys_of, plain
from cxmap.model.part import Part
from cxmap.source.span import Span


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody accepts a change: who, and why."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        kind: its kind, such as `timeline-tightened`.
        level: how it weighs for customers.
        message: what changed, in words that follow the item's name; no full stop.
        difference: the fact behind it, with both places.
        hint: what to write, where something is to be; may be empty.
        takes_work: somebody has to make it come true.
        actions: the actions that deliver it.
        accepted: who accepts it and why, or None.
        fingerprint: 12 hex digits, and `~2` where one stands twice; see `fingerprinted`.
    """

    kind: str
    level: Level
    message: str
    difference: Difference
    hint: str = ""
    takes_work: bool = False
    actions: tuple[Action, ...] = ()
    accepted: Accepted | None = None
    fingerprint: str = ""

    @property
    def item(self) -> str:
        """The path of the item it is about, as it is, else as it was."""
        return self.difference.spot.item

    @property
    def before(self) -> Span | None:
        """Where it was written."""
        return self._place(self.difference.before)

    @property
    def after(self) -> Span | None:
        """Where it is written."""
        return self._place(self.difference.after)

    def _place(self, spot: Spot | None) -> Span | None:
        if spot is None or self.difference.sort is not Sort.ANSWERED:
            return spot.part.place if spot else None
        outer = self.difference.field.partition(".")[0]
        key = "when" if outer == "takes" else outer
        return spot.part.at(key, _number(spot.part, key, self.difference.item))


def _number(part: Part, key: str, item: str) -> int | None:
    """Which item of a list it is, by its id, its name or its words; None where that is unclear."""
    answer = getattr(part, keys_of(type(part)).get(key, key), None)
    if not item or not isinstance(answer, tuple):
        return None
    for number, held in enumerate(answer):
        words = held if isinstance(held, str) else getattr(held, "text", "")
        if item in {exact(words), plain(words), getattr(held, "id", None)}:
            return number
    return None


def fingerprinted(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Give every change its fingerprint, in the order given.

    The digest covers kind, item, key and the one item of a list, never words, lines or files, so
    that it survives moves and rewording.
    """
    seen: dict[str, int] = {}
    done = []
    for change in changes:
        difference = change.difference
        parts = [change.kind, change.item, difference.field, difference.item]
        text = ":".join(filter(None, parts)).encode("utf-8", "surrogatepass")
        mark = hashlib.sha256(text).hexdigest()[:12]
        seen[mark] = count = seen.get(mark, 0) + 1
        done.append(replace(change, fingerprint=mark if count == 1 else f"{mark}~{count}"))
    return tuple(done)
