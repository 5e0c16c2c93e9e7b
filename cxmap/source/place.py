"""From a part of a map back to where it is written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cxmap.source.document import Document
from cxmap.source.parse import SPANS, Raw, inner, unpack
from cxmap.source.span import Span

_SHAPES: dict[tuple[str | int, ...], tuple[str | int, ...]] = {}


class Written(NamedTuple):
    """Where a mapping stands in its document, without the mapping itself.

    A workspace keeps one for each of its parts, so it is as small as can be: mappings with the same
    keys share their shape.

    Attributes:
        document: the text.
        shape: the keys in their order; a number after a key says how many places its list has.
        places: packed spans, see `cxmap.source.parse`.
        notes: what the loader noted about the mapping, by `cxmap.model.notes`, or None.
    """

    document: Document
    shape: tuple[str | int, ...]
    places: bytes
    notes: Mapping[int, Any] | None = None

    @classmethod
    def of(cls, document: Document, raw: Raw) -> "Written":
        """Where a mapping stands, as it was read."""
        shape: list[str | int] = []
        notes: dict[int, Any] | None = None
        for key, value in raw.items():
            if type(key) is int:
                if key > SPANS:
                    notes = {**(notes or {}), key: value}
                if key >= SPANS:
                    continue
                shape.append("")  # a key that stands twice: nobody asks for it
            else:
                shape.append(key)
            if type(value) is list:
                shape.append(inner(value))
        form = tuple(shape)
        return cls(document, _SHAPES.setdefault(form, form), raw.get(SPANS, b""), notes)

    def keys(self) -> frozenset[str]:
        """The keys that are written."""
        return frozenset(key for key in self.shape if isinstance(key, str) and key)

    def key(self, name: str) -> Span | None:
        """Where a key stands, or None where the mapping lacks it."""
        index, _ = self._find(name)
        return None if index is None else self.document.span(*unpack(self.places, index))

    def value(self, name: str, item: int | None = None) -> Span | None:
        """Where a key's value stands, or one item of its list; its key where the value is empty."""
        offsets = self.offsets(name, item)
        return None if offsets is None else self.document.span(*offsets)

    def offsets(self, name: str, item: int | None = None) -> tuple[int, int] | None:
        """The same as `value`, as offsets into the text."""
        index, items = self._find(name)
        if index is None:
            return None
        if item is not None and item < items:
            return unpack(self.places, index + 2 + item)
        start, end = unpack(self.places, index + 1)
        return unpack(self.places, index) if start == end else (start, end)

    def start(self) -> Span:
        """Where the mapping begins: its first key."""
        return self.document.span(*(unpack(self.places, 0) if self.places else (0, 0)))

    def _find(self, name: str) -> tuple[int | None, int]:
        """The index of a key's span, and how many items its list has."""
        return next(((i, n) for key, i, n in self._layout() if key == name), (None, 0))

    def _layout(self) -> Iterator[tuple[str, int, int]]:
        """Each key with the index of its span; then come the value's and its items'."""
        index = 0
        for place, key in enumerate(self.shape):
            if isinstance(key, str):
                after = self.shape[place + 1] if place + 1 < len(self.shape) else ""
                items = after if isinstance(after, int) else 0
                yield key, index, items
                index += 2 + items


def at(document: Document, raw: Raw, route: Sequence[str | int]) -> Span:
    """The place a route of keys and numbers leads to, as far as the data go.

    Steps that the data do not have are passed over, so that a route through a model, which names
    its alternatives too, leads to the file all the same. A missing key leads to its parent.
    """
    best = Written.of(document, raw).start() if isinstance(raw, dict) else document.span(0, 0)
    holder: Written | None = None
    key = ""
    node = raw
    for step in route:
        if isinstance(node, dict) and isinstance(step, str) and step in node:
            holder, key, node = Written.of(document, node), step, node[step]
            best = holder.value(key) or best
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
            best = (holder.value(key, step) if holder else None) or best
    if isinstance(node, dict) and node.get(SPANS):
        return Written.of(document, node).start()
    return best
