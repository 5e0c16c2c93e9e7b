"""Where the parts of a file stand, packed so small that every part can have its place."""

import sys
from array import array
from collections.abc import Iterable
from typing import Any, TypeAlias

SPANS = 0
"""The key under which a mapping keeps its places, see `unpack`. A key that stands twice is kept
under a negative number: its places count, its value is for nobody. Positive numbers are free for
notes of those who read on."""

Raw: TypeAlias = Any
"""What a file holds: None, text, a list of such, or a mapping `dict[str | int, Raw]`."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing where it is written without quotes."""

DEPTH = 40
"""Levels of nesting a file may have; the format itself needs nine."""

BITS = 24
"""Bits an offset takes; a file is at most 10 MB, so it fits."""

_MASK = (1 << BITS) - 1


def unpack(places: bytes, index: int) -> tuple[int, int]:
    """Start and end, as offsets into the text, of the span at `index` of a mapping's places.

    A mapping's places are, for each key in its order: the key's span, the value's, and where the
    value is a list, those of its items.
    """
    packed = int.from_bytes(places[8 * index : 8 * index + 8], sys.byteorder)
    return packed >> BITS, packed & _MASK


def pack(spans: Iterable[tuple[int, int]]) -> bytes:
    """The places of a mapping that was not read but made, such as a one-line touchpoint's."""
    return array("Q", (start << BITS | end for start, end in spans)).tobytes()


def inner(value: Raw) -> int:
    """How many places a list takes beside its own: its items', and theirs where they are lists."""
    if type(value) is not list:
        return 0
    places = len(value)
    for item in value:
        if type(item) is list:
            places += inner(item)
    return places
