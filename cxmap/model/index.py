"""Finding items by what a reference says: an id, else exactly one declared name."""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from cxmap.words import listed, slug


class Identified(Protocol):
    """An item with an id, and perhaps a name."""

    @property
    def id(self) -> str:
        """What others point at."""


Item_co = TypeVar("Item_co", bound=Identified, covariant=True)


class Ambiguous(Exception):  # noqa: N818 (it says what a reference is)
    """A name that several items share; holds their ids."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(", ".join(ids))
        self.ids = ids


class Index(Generic[Item_co]):
    """Items of one kind, in the order of their files."""

    def __init__(self, items: Iterable[Item_co]) -> None:
        self.items = tuple(items)
        self._by_id: dict[str, Item_co] = {}
        for item in self.items:
            self._by_id.setdefault(item.id, item)
        self._by_name: dict[str, list[Item_co]] | None = None

    def __iter__(self) -> Iterator[Item_co]:
        return iter(self.items)

    def __repr__(self) -> str:
        return f"<{len(self)} by id: {listed(self.ids())}>"

    def __len__(self) -> int:
        return len(self.items)

    def ids(self) -> tuple[str, ...]:
        """The ids, each once, in the order of their files."""
        return tuple(self._by_id)

    def find(self, reference: str) -> Item_co | None:
        """The item a reference means, or None.

        A reference matches an id; else, slugged and with its case ignored, one declared name.

        Raises:
            Ambiguous: no item has the id and several have the name.
        """
        found = self._by_id.get(reference)
        if found is not None:
            return found
        key = slug(reference)
        found = self._by_id.get(key)
        if found is not None:
            return found
        named = self._names().get(key, [])
        if len(named) > 1:
            raise Ambiguous(tuple(item.id for item in named))
        return named[0] if named else None

    def get(self, reference: str | None) -> Item_co | None:
        """The same as `find`, with None for a name that several items share."""
        if reference is None:
            return None
        found = self._by_id.get(reference)
        if found is not None:  # nearly always
            return found
        try:
            return self.find(reference)
        except Ambiguous:
            return None

    def among(self, references: Iterable[str]) -> tuple[Item_co, ...]:
        """The items that some references mean, in their order; one may come twice."""
        found = map(self.get, references)
        return tuple([item for item in found if item is not None])

    def _names(self) -> dict[str, list[Item_co]]:
        if self._by_name is None:
            self._by_name = {}
            for item in self.items:
                for name in {slug(n) for n in _names_of(item)}:
                    self._by_name.setdefault(name, []).append(item)
        return self._by_name


def _names_of(item: Identified) -> Iterator[str]:
    answers = vars(item)  # asking for what an item lacks is slow
    for key in ("name", "title", "what"):
        name = answers.get(key)
        if isinstance(name, str):
            yield name
