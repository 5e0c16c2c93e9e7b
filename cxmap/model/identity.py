"""One-line touchpoints written out, and the ids of stages and touchpoints inside one journey."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from cxmap.model import line
from cxmap.model.notes import GIVEN_ID, ONE_LINE
from cxmap.source.document import Document
from cxmap.source.packed import SPANS, Raw, pack
from cxmap.source.place import Written
from cxmap.words import slug


def expand_and_name(document: Document, journey: Raw) -> None:
    """Write one-line touchpoints out, with places, and settle ids that collide.

    Written ids are taken first; derived ones that collide get `-2`, `-3` in reading order.
    """
    stages = _items(journey.get("stages"))
    touchpoints: list[dict[Any, Raw]] = []
    for stage in stages:
        held = stage.get("touchpoints")
        here = Written.of(document, stage)
        if isinstance(held, str):
            stage["touchpoints"] = _expand(here, held, None)
        listed = held if isinstance(held, list) else []
        for number, touchpoint in enumerate(listed):
            if isinstance(touchpoint, str):
                listed[number] = _expand(here, touchpoint, number)
        touchpoints.extend(_items(stage.get("touchpoints")))
    _name(stages, "name")
    _name(touchpoints, "what")


def _items(raw: Raw) -> list[dict[Any, Raw]]:
    if isinstance(raw, dict):
        return [raw]
    return [item for item in raw if isinstance(item, dict)] if isinstance(raw, list) else []


def _name(items: list[dict[Any, Raw]], key: str) -> None:
    written = [i["id"] for i in items if isinstance(i.get("id"), str)]
    derived = [_slug_of(i.get(key)) if not i.get("id") else "" for i in items]
    names = [*written, *filter(None, derived)]
    if len(set(names)) == len(names):
        return
    taken = set(written)
    for item, name in zip(items, derived, strict=True):
        if name:
            identity = next(i for i in _numbered(name) if i not in taken)
            taken.add(identity)
            if identity != name:
                item[GIVEN_ID] = identity


def _slug_of(name: Raw) -> str:
    return slug(name) if isinstance(name, str) else ""


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in count(2):
        yield f"{name}-{number}"


def _expand(stage: Written, text: str, number: int | None) -> dict[Any, Raw]:
    """The mapping a one-line touchpoint stands for; each answer knows its place in the line."""
    start, end = stage.offsets("touchpoints", number) or (0, 0)
    shift = _shift(stage.document.text, text, start, end)
    raw: dict[Any, Raw] = {}
    places = []
    for field, piece in line.split(text).items():
        raw[field] = piece.text
        span = (start, end) if shift is None else (shift + piece.start, shift + piece.end)
        places += [span, span]
    raw[SPANS] = pack(places)
    raw[ONE_LINE] = True
    return raw


def _shift(text: str, value: str, start: int, end: int) -> int | None:
    """Where the value's first character stands, if it is written on one line as it is."""
    found = text.find(value, start, end)
    return None if found < 0 else found
