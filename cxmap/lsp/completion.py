"""What may be written where somebody is typing: keys, choices and ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cxmap.lsp.cursor import Cursor
from cxmap.lsp.naming import EVENT, Name, name_at
from cxmap.lsp.vocabulary import key_at, keys_at
from cxmap.model.journey import Journey
from cxmap.model.part import Refers
from cxmap.model.takes import Takes
from cxmap.model.touchpoint import CUSTOMER
from cxmap.model.workspace import Workspace
from cxmap.schema.keys import Choices, Key, kinds_of
from cxmap.schema.known import Known
from cxmap.words import slug

MOST = 200
"""How many are offered at a time; typing on brings the others."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be written.

    Attributes:
        text: what is written.
        label: what is shown; the id, key or choice itself.
        told: a few words beside it.
        is_key: it is a key.
    """

    text: str
    label: str
    told: str = ""
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be written in the place of some text.

    Attributes:
        offers: in the order in which to show them.
        start: the column where that text begins, from 0.
        end: the column after it.
        more: there are others, which typing on brings.
    """

    offers: Sequence[Offer]
    start: int
    end: int
    more: bool = False


def complete(
    cursor: Cursor, kind: str, known: Known, workspace: Workspace, journey: Journey | None
) -> Offers | None:
    """What may be written at a place.

    Args:
        cursor: the place.
        kind: of the file, see `vocabulary.kind_of`.
        known: the ids there are.
        workspace: what is declared.
        journey: the map the place is in, or None.
    """
    if cursor.value_of is not None:
        key = key_at(cursor.value_of, kind)
        name = name_at(cursor, key) if key else None
        if key is not None and name is not None:
            return _names(name, key, cursor, known, workspace, journey)
        choices = list(_choices(key.answers)) if key else []
        if choices:
            return _limited(choices, cursor.word[: cursor.before], cursor.start, cursor.end)
    if cursor.keys_at is not None:
        keys = [
            _key(k) for k in keys_at(cursor.keys_at, kind).values() if k.name not in cursor.keys
        ]
        return Offers(keys, cursor.start, cursor.end) if keys else None
    return None


def _key(key: Key) -> Offer:
    return Offer(key.name, key.name, key.meaning, is_key=True)


def _names(
    name: Name,
    key: Key,
    cursor: Cursor,
    known: Known,
    workspace: Workspace,
    journey: Journey | None,
) -> Offers | None:
    offers: dict[str, Offer] = {}
    for kind in name.kinds:
        for identity, told in _known(kind, known, workspace, journey).items():
            offers.setdefault(identity, Offer(identity, identity, told))
    if key.name == "who" and "touchpoints" in (cursor.value_of or ()) and offers:
        words = "what customers do or wait for alone"
        offers.setdefault(CUSTOMER, Offer(CUSTOMER, CUSTOMER, words))
    typed = name.text[: max(cursor.start + cursor.before - name.start, 0)]
    return _limited(offers.values(), typed, name.start, name.end)


def _known(
    kind: str, known: Known, workspace: Workspace, journey: Journey | None
) -> Mapping[str, str]:
    if kind == EVENT:
        return {t.id: t.what for t in journey.touchpoints()} if journey else {}
    if kind == "current-touchpoint":
        current = workspace.map_of(journey.id) if journey else None
        return {t.id: t.what for t in current.touchpoints()} if current else {}
    found: dict[str, str] = {}
    for one in kinds_of(Refers(kind)):
        found |= known.get(one, {})
    return found


def _limited(offers: Iterable[Offer], typed: str, start: int, end: int) -> Offers | None:
    """Those that have what is typed in their id or words, best first."""
    wanted = slug(typed)
    ranked = (
        sorted(
            (rank, number, offer)
            for number, offer in enumerate(offers)
            if (rank := _rank(offer, typed.strip(), wanted)) is not None
        )
        if wanted
        else [(0, n, offer) for n, offer in enumerate(offers)]
    )
    shown = tuple(offer for _, _, offer in ranked[:MOST])
    return Offers(shown, start, end, more=len(ranked) > MOST) if shown else None


def _rank(offer: Offer, typed: str, wanted: str) -> int | None:
    if offer.label.startswith(typed):
        return 0
    if wanted in slug(offer.label):
        return 1
    return 2 if wanted in slug(offer.told) else None


def _choices(answers: Iterable[object]) -> Iterator[Offer]:
    for answer in answers:
        if isinstance(answer, Choices):
            meanings = answer.meanings or ("",) * len(answer.words)
            for word, meaning in zip(answer.words, meanings, strict=True):
                yield Offer(word, word, meaning)
        elif isinstance(answer, Takes):
            for word in _words(answer.schema):
                yield Offer(word, word)


def _words(schema: Mapping[str, Any]) -> Iterator[str]:
    """The words that a schema lists."""
    kinds = schema.get("type", ())
    if "boolean" in kinds and "object" not in kinds:
        yield from ("true", "false")
    yield from (str(word) for word in schema.get("enum", ()))
    for option in schema.get("anyOf", ()):
        yield from _words(option)
        if "const" in option:
            yield str(option["const"])
