"""Whatever stands under a key: what the schema refuses, `validate` refuses too."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.loading.settings import Settings
from cxmap.model.file import MapFile
from cxmap.model.journey import Journey
from cxmap.model.part import Part
from cxmap.model.when import When
from cxmap.schema.keys import Choices, Key, keys_of, names_of

Told = Callable[..., list[str]]

WORDS = (
    *("a", "Big one", "c-d", "", " ", "1", "−2", " 5 ", "1.5", "80%", "3 days", "2 h", "same day"),
    *("2026", "2026-10-01", "2026-13-01", "2026-Q3", "2026-W53", "https://a.b", "mailto:a@b.c"),
    *("null", "yes", "OFF", "before renewal", "a - b - c", "a | b", "?", "TBD", "3 to 6 days"),
    *("${A}", "09:00", "sat", "CA", "UTC", "#0b6bcb", "archive/**", "!"),
)
NUMBERS = (0, 1, -1, 3, 5, 10, 100, 2026, 10**6, -0.5, 1.5, 2.0, 1e22)
TEXT = st.sampled_from(WORDS) | st.text(st.characters(codec="ascii", categories=["L", "N", "P"]))
SCALAR = st.none() | st.booleans() | st.sampled_from(NUMBERS) | TEXT
ODD = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=2)
)

NEEDED = {
    "period": "2026-09",
    "value": 1,
    "kind": "count",
    "url": "${A}",
    "as_of": "2026-10-01",
    "customers": 10,
    "within": "1 day",
    "subject": "touchpoint",
    "require": {"how": "email"},
}


File = Callable[[dict[str, Any]], dict[str, Any]]


class Holder(NamedTuple):
    """A kind of part, and how a file looks that is sound but for what a part of that kind holds."""

    kind: str
    part: type[Part]
    file: File


def least(part: type[Part]) -> dict[str, Any]:
    """What such a part needs; a timeline needs an event, which no single key says."""
    keys = [*(key.name for key in keys_of(part) if key.needed), *names_of(part)[:1]]
    return {key: NEEDED.get(key, "a") for key in keys} or ({"at": "a"} if part is When else {})


def holders(kind: str, part: type[Part], file: File) -> Iterator[Holder]:
    yield Holder(kind, part, file)
    for key in keys_of(part):
        for inner in key.answers:
            if isinstance(inner, type) and inner is not Journey:
                yield from holders(kind, inner, _within(file, least(part), key.name))


def _within(file: File, around: dict[str, Any], key: str) -> File:
    return lambda held: file(around | {key: held})


ALL = [
    *holders("files", MapFile, lambda held: held),
    *holders("files", Journey, lambda held: held),
    *holders("settings", Settings, lambda held: held),
]
HOLDERS = {holder.part.KIND: holder for holder in reversed(ALL)}


def values(key: Key) -> st.SearchStrategy[Any]:
    words = [w for answer in key.answers if isinstance(answer, Choices) for w in answer.words]
    one = SCALAR | st.sampled_from(words) if words else SCALAR
    return one | st.lists(one, max_size=3) | ODD


def documents(holder: Holder) -> st.SearchStrategy[dict[str, Any]]:
    around = least(holder.part)
    return st.sampled_from(keys_of(holder.part)).flatmap(
        lambda key: values(key).map(lambda value: holder.file(around | {key.name: value}))
    )


@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
def test_what_is_around_a_key_is_sound(refused: Told, found: Told, holder: Holder) -> None:
    document = holder.file(least(holder.part))
    assert refused(document, holder.kind) == found(document, holder.kind) == []


@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
@given(st.data())
def test_what_the_schema_refuses_validate_refuses_too(
    refused: Told, found: Told, holder: Holder, data: st.DataObject
) -> None:
    document = data.draw(documents(holder))
    assert not refused(document, holder.kind) or found(document, holder.kind)
