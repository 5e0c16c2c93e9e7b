"""From a part of a map back to where it is written."""

from collections.abc import Sequence
from typing import NamedTuple

from cxmap.source.document import Document
from cxmap.source.parse import SPANS, Raw, item_index, spans_of, unpack
from cxmap.source.span import Span


class Written(NamedTuple):
    """A mapping as it was read, and the document it stands in."""

    document: Document
    raw: Raw

    def key(self, name: str) -> Span | None:
        """Where a key stands, or None where the mapping lacks it."""
        index = self._index(name)
        return None if index is None else self.document.span(*unpack(self.raw, index))

    def value(self, name: str, item: int | None = None) -> Span | None:
        """Where a key's value stands, or one item of its list; its key where the value is empty."""
        offsets = self.offsets(name, item)
        return None if offsets is None else self.document.span(*offsets)

    def offsets(self, name: str, item: int | None = None) -> tuple[int, int] | None:
        """The same as `value`, as offsets into the text."""
        index = self._index(name)
        if index is None:
            return None
        value = self.raw[name]
        if item is not None and isinstance(value, list) and item < len(value):
            return unpack(self.raw, index + 1 + item_index(value, item))
        start, end = unpack(self.raw, index + 1)
        return unpack(self.raw, index) if value is None or start == end else (start, end)

    def start(self) -> Span:
        """Where the mapping begins: its first key."""
        if self.raw.get(SPANS):
            return self.document.span(*unpack(self.raw, 0))
        return self.document.span(0, 0)

    def _index(self, name: str) -> int | None:
        return next((index for key, index in spans_of(self.raw) if key == name), None)


def at(document: Document, raw: Raw, route: Sequence[str | int]) -> Span:
    """The place a route of keys and numbers leads to, as far as the data go.

    Steps that the data do not have are passed over, so that a route through a model, which names
    its alternatives too, leads to the file all the same. A missing key leads to its parent.
    """
    best = Written(document, raw).start() if isinstance(raw, dict) else document.span(0, 0)
    holder: Written | None = None
    key = ""
    node = raw
    for step in route:
        if isinstance(node, dict) and isinstance(step, str) and step in node:
            holder, key, node = Written(document, node), step, node[step]
            best = holder.value(key) or best
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
            best = (holder.value(key, step) if holder else None) or best
    if isinstance(node, dict) and node.get(SPANS):
        return Written(document, node).start()
    return best
