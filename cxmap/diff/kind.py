"""What a kind of change is, and how one is written."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from cxmap.about import Page, read_page
from cxmap.diff.difference import Difference, Sort
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a change: its message, and what to write, where something is to be."""

    message: str
    hint: str = ""


Says = Callable[[Difference, Sight], Said | str | None]


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A kind of change.

    Attributes:
        name: the only identifier, which never changes meaning.
        level: how it weighs by default.
        sorts: what must have happened.
        fields: the keys it is about; empty for a change of an item as a whole.
        of: what kinds of item it is about; empty for all.
        page: what `explain` shows.
        says: the words for a difference, without the item's name, no full stop; None where the
            difference is of another kind.
    """

    name: str
    level: Level
    sorts: frozenset[Sort]
    fields: frozenset[str]
    of: frozenset[str]
    page: Page
    says: Says

    def fits(self, difference: Difference) -> bool:
        """Whether it is asked about a difference at all."""
        return (
            difference.sort in self.sorts
            and (not self.fields or difference.field in self.fields)
            and (not self.of or difference.spot.kind in self.of)
        )


def change_kind(
    level: Level,
    *fields: str,
    sort: Sort | Collection[Sort] = Sort.ANSWERED,
    of: str | Collection[str] = (),
) -> Callable[[Says], ChangeKind]:
    """Make a kind of change of a function that finds the words; its name is the kind's name.

    The docstring is the page: a sentence, why a customer cares, `Before:` and `After:` with whole
    files as samples.
    """
    sorts = frozenset({sort} if isinstance(sort, Sort) else sort)
    about = frozenset({of} if isinstance(of, str) else of)

    def make(says: Says) -> ChangeKind:
        name = getattr(says, "__name__", "").replace("_", "-")
        page = read_page(says.__doc__ or "", ("Before:", "After:"))
        return ChangeKind(name, level, sorts, frozenset(fields), about, page, says)

    return make
