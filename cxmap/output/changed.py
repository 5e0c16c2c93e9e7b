"""A comparison, as every output format of changes receives it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cxmap.diff.change import Change
from cxmap.diff.comparison import Comparison
from cxmap.diff.difference import Sort
from cxmap.diff.groups import Group
from cxmap.diff.level import Level
from cxmap.loading.workspace import Loaded
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.output.plain import plain
from cxmap.source.span import Span
from cxmap.words import count, listed


@dataclass(frozen=True, slots=True)
class Changed:
    """What one run of a comparison shows.

    Attributes:
        comparison: what changed.
        shown: the same with only the changes that are shown.
        today: the date to go by.
        loaded: the workspace as it is, whose settings count.
        base: the way from the folder the command runs in to the workspace; see `Results`.
        base_before: the same of the workspace as it was, where that is another one.
    """

    comparison: Comparison
    shown: Comparison
    today: date
    loaded: Loaded
    base: str = ""
    base_before: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many touchpoints of a map came, went, changed and stayed."""

    added: int = 0
    removed: int = 0
    merged: int = 0
    moved: int = 0
    changed: int = 0
    same: int = 0

    def said(self) -> str:
        """`1 added, 2 removed, 9 changed, 6 unchanged`."""
        words = ("added", "removed", "merged", "moved", "changed")
        numbers = (self.added, self.removed, self.merged, self.moved, self.changed)
        parts = [f"{n} {word}" for n, word in zip(numbers, words, strict=True) if n]
        return ", ".join([*parts, f"{self.same} unchanged"])


def tally(comparison: Comparison, journey: Journey) -> Tally:
    """Count what happened to the touchpoints of a map."""
    groups = [g for g in comparison.groups_of(journey) if isinstance(g.spot.part, Touchpoint)]
    sorts = Counter(group.sort for group in groups)
    merged = sum(c.difference.sort is Sort.MERGED for g in groups for c in g.changes)
    added, removed = sorts[Sort.ADDED] + sorts[Sort.SPLIT], sorts[Sort.REMOVED]
    changed = len(groups) - added - removed - sorts[Sort.MOVED]
    return Tally(
        added=added,
        removed=removed,
        merged=merged,
        moved=sorts[Sort.MOVED],
        changed=changed,
        same=comparison.unchanged(journey),
    )


_NOUNS = {
    Level.LOSS: ("loss", "losses"),
    Level.RISK: ("risk", "risks"),
    Level.GAIN: ("gain", "gains"),
    Level.NOTE: ("note", "notes"),
}


def levels(changes: Iterable[Change]) -> str:
    """How many changes there are of each level: `1 loss, 6 risks`; accepted ones apart."""
    standing = list(changes)
    numbers = Counter(change.level for change in standing if change.accepted is None)
    parts = [count(numbers[level], *_NOUNS[level]) for level in Level if numbers[level]]
    accepted = sum(change.accepted is not None for change in standing)
    return ", ".join([*parts, *([f"{accepted} accepted"] if accepted else [])])


def closing(comparison: Comparison, read: str) -> str:
    """The lines that end every comparison, without a line end; commands print them on stderr.

    Args:
        comparison: what changed.
        read: how much was read.
    """
    said = levels(comparison.changes) or "nothing changes"
    lines = [f"{said} from {comparison.before} to {comparison.after}, in {read}."]
    unread = comparison.unread
    if unread:
        lines.append(
            f"{count(len(unread), 'file')} could not be read in full, so what is missing there is "
            f"not told as gone; `cxmap validate` says more: {listed(unread)}"
        )
    return "\n".join(map(plain, lines))


def heading(group: Group) -> str:
    """A changed item as people call it: its number on the map, and its name."""
    spot = group.spot
    return f"{spot.number} {spot.name}".strip()


def happened(group: Group) -> str:
    """What happened to an item, in a word."""
    match group.sort:
        case Sort.ADDED | Sort.SPLIT:
            return "added"
        case Sort.REMOVED:
            return "removed"
        case Sort.MOVED:
            return "moved"
        case _:
            return "changed"


def path_of(changed: Changed, span: Span, *, before: bool = False) -> str:
    """The file's path from the folder the command runs in; `before` is of the version that was."""
    path = span.path or "."
    base = changed.base_before if before and changed.base_before is not None else changed.base
    return f"{base}/{path}" if base else path
