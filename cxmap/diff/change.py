"""A change: what differs, and what that means for customers."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.level import Level
from cxmap.model.action import Action
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
        spot = self.difference.before
        return self._place(spot.part.at(self._key), spot.part.place) if spot else None

    @property
    def after(self) -> Span | None:
        """Where it is written."""
        spot = self.difference.after
        return self._place(spot.part.at(self._key), spot.part.place) if spot else None

    @property
    def _key(self) -> str:
        field = self.difference.field.partition(".")[0]
        return "when" if field == "takes" else field

    def _place(self, at: Span, whole: Span) -> Span:
        return at if self.difference.sort is Sort.ANSWERED else whole


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
