"""What could not be read says nothing: it is not told as gone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxmap.diff.difference import Difference, Sort, Spot
from cxmap.finding import Severity
from cxmap.loading.workspace import Loaded

_HARMLESS = frozenset({"unknown-reference", "duplicate-id", "unread-file"})
"""What is wrong with a file and leaves nothing of it unread."""


@dataclass(frozen=True, slots=True)
class Unread:
    """The files that could not be read in full, before and after."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()

    @property
    def files(self) -> tuple[str, ...]:
        """All of them, sorted."""
        return tuple(sorted(self.before | self.after))


def unread(before: Loaded, after: Loaded) -> Unread:
    """Which files could not be read in full."""
    return Unread(_of(before), _of(after))


def told(differences: Iterable[Difference], missing: Unread) -> Iterator[Difference]:
    """The differences without those that may come from what could not be read."""
    if not missing.files:
        yield from differences
        return
    for difference in differences:
        if not _may_be_unread(difference, missing):
            yield difference


def _of(loaded: Loaded) -> frozenset[str]:
    settings = loaded.place.settings
    found = (f for f in loaded.findings if f.severity is Severity.ERROR)
    paths = {f.span.path for f in found if f.rule not in _HARMLESS}
    return frozenset(paths - {settings})


def _may_be_unread(difference: Difference, missing: Unread) -> bool:
    before, after = difference.before, difference.after
    match difference.sort:
        case Sort.REMOVED | Sort.MERGED:
            return _file(before) in missing.after
        case Sort.ADDED | Sort.SPLIT:
            return _file(after) in missing.before
        case Sort.ANSWERED if difference.now is None:
            return _file(after) in missing.after
        case Sort.ANSWERED if difference.was is None:
            return _file(before) in missing.before
        case _:
            return False


def _file(spot: Spot | None) -> str:
    if spot is None:
        return ""
    return (spot.journey.at("journey") if spot.journey else spot.part.place).path
