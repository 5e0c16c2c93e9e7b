"""From a part of a map back to where it is written."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from cxmap.source.document import Document
from cxmap.source.packed import SPANS, Raw, inner, unpack
from cxmap.source.span import Span

Keys = tuple[str | int, ...]
Lists = tuple[tuple[str | int, int], ...]


class Shape:
    """What mappings with the same keys have in common.

    Attributes:
        keys: the keys as they were read.
        lists: how many places each list among the values has.
    """

    def __init__(self, keys: Keys, lists: Lists) -> None:
        self.keys = keys
        self.lists = lists

    @cached_property
    def written(self) -> frozenset[str]:
        """The keys that are written."""
        return frozenset(key for key in self.keys if isinstance(key, str))

    @cached_property
    def layout(self) -> Mapping[str | int, tuple[int, int]]:
        """Each key with the index of its span, and how many items its list has.

        After a key's span comes the value's, and after that its items'.
        """
        sizes = dict(self.lists)
        found: dict[str | int, tuple[int, int]] = {}
        index = 0
        for key in self.keys:
            if isinstance(key, str) or key < SPANS:
                items = sizes.get(key, 0)
                found[key] = index, items
                index += 2 + items
        return found


_SHAPES: dict[tuple[Keys, Lists], Shape] = {}


class Written(NamedTuple):
    """Where a mapping stands in its document, without the mapping itself.

    A workspace keeps one for each of its parts, so it is as small as can be: mappings with the same
    keys share their shape.

    Attributes:
        document: the text.
        shape: which keys it has, and how its places are laid out.
        places: packed spans, see `cxmap.source.parse`.
        notes: what the loader noted about the mapping, by `cxmap.model.notes`, or None.
    """

    document: Document
    shape: Shape
    places: bytes
    notes: Mapping[int, Any] | None = None

    @classmethod
    def of(cls, document: Document, raw: Raw) -> "Written":
        """Where a mapping stands, as it was read."""
        keys = tuple(raw)
        lists = tuple([(k, inner(v)) for k, v in raw.items() if type(v) is list])
        shape = _SHAPES.get((keys, lists))
        if shape is None:
            shape = _SHAPES[keys, lists] = Shape(keys, lists)
        notes = None
        if type(keys[-1]) is int and keys[-1] > SPANS:  # notes come last: reading is over
            notes = {key: raw[key] for key in keys if type(key) is int and key > SPANS}
        return cls(document, shape, raw.get(SPANS, b""), notes)

    def keys(self) -> frozenset[str]:
        """The keys that are written."""
        return self.shape.written

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

    def is_list(self, name: str) -> bool:
        """Whether a key's value is written as a list."""
        return any(key == name for key, _ in self.shape.lists)

    def start(self) -> Span:
        """Where the mapping begins: its first key."""
        return self.document.span(*(unpack(self.places, 0) if self.places else (0, 0)))

    def _find(self, name: str) -> tuple[int | None, int]:
        """The index of a key's span, and how many items its list has."""
        return self.shape.layout.get(name, (None, 0))


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


def key_at(document: Document, raw: Raw, route: Sequence[str | int]) -> Span:
    """The place of the key that a route ends with; where the data lack it, as `at`."""
    *way, key = route
    for step in way:  # what is one instead of many has no number
        if isinstance(raw, dict) and isinstance(step, str):
            raw = raw.get(step)
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
    found = Written.of(document, raw).key(str(key)) if isinstance(raw, dict) and raw else None
    return found or at(document, raw, ())
