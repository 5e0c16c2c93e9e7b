"""The touchpoints of one map, stage by stage, as plain answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cxmap.model.identity import expand_and_name
from cxmap.model.journey import Journey
from cxmap.model.journey import Stage as StagePart
from cxmap.model.notes import GIVEN_ID
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.parse import parse
from cxmap.words import slug

Answers: TypeAlias = Mapping[str, Raw]
"""Answers by their key: text, lists and mappings, all of text."""

_YES = frozenset({"true", "yes", "y", "on"})
_NO = frozenset({"false", "no", "n", "off"})


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: what is said of itself, and its touchpoints in order."""

    answers: Answers
    touchpoints: tuple[Answers, ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """The touchpoints of a map.

    Attributes:
        stages: the stages in order.
        journey: the id of the journey, where one is told.
        title: its name in words.
        state: `current` or `target`.
    """

    stages: tuple[Stage, ...] = ()
    journey: str = ""
    title: str = ""
    state: str = "current"

    def touchpoints(self) -> Iterable[Answers]:
        """All touchpoints in order."""
        return (touchpoint for stage in self.stages for touchpoint in stage.touchpoints)


def of_journey(journey: Journey) -> Inventory:
    """The inventory of a map, as its file has it."""
    document = journey.written.document if journey.written else Document("", "")
    raw = parse(document.text).data
    return of_raw(raw, journey.id, journey.title or "", journey.state, document=document)


NO_DOCUMENT = Document("", "")


def of_raw(
    raw: Raw, journey: str, title: str, state: str, *, document: Document = NO_DOCUMENT
) -> Inventory:
    """The inventory of a journey that was read: every stage and touchpoint has its id.

    Args:
        raw: a mapping with `stages`; what it holds is named in place.
        journey: the journey's id, or nothing.
        title: its name in words, or nothing.
        state: `current` or `target`.
        document: where it was read.
    """
    expand_and_name(document, raw)
    stages = (
        Stage(_answers(stage, StagePart), tuple(_inside(stage.get("touchpoints"))))
        for stage in _listed(raw.get("stages"))
        if isinstance(stage, dict)
    )
    return Inventory(tuple(stages), journey, title, state)


def _inside(raw: Raw) -> Iterable[Answers]:
    return (_answers(item, Touchpoint) for item in _listed(raw) if isinstance(item, dict))


def _answers(raw: Mapping[str | int, Raw], part: type[Part]) -> Answers:
    name = raw.get("id") or raw.get(GIVEN_ID) or slug(str(raw.get(part.NAMED_BY[0]) or ""))
    texts = {key: value for key, value in raw.items() if isinstance(key, str)}
    return settled({**texts, "id": name}, part)


def settled(raw: Mapping[str, Raw], part: type[Part]) -> Answers:
    """Answers in one form, in the order of the model: one is many, and empty is left out.

    Args:
        raw: answers by key.
        part: what they are about.
    """
    known = [key for key in part.KEYS if key in raw and key != "touchpoints"]
    own = [key for key in raw if key not in part.KEYS]
    found = {}
    for key in (*known, *own):
        value = trimmed(raw[key])
        if part.KEYS.get(key) and value is not None and not isinstance(value, list):
            value = [value]
        if key == "moment_of_truth" and isinstance(value, str):
            value = "yes" if value.lower() in _YES else value
            value = None if str(value).lower() in _NO else value
        if value not in (None, "", [], {}):
            found[key] = value
    return found


def trimmed(raw: Raw) -> Raw:
    """Text without blanks around it, and without the places of things."""
    match raw:
        case dict():
            pairs = ((k, trimmed(v)) for k, v in raw.items() if isinstance(k, str))
            return {key: value for key, value in pairs if value is not None}
        case list():
            return [item for item in map(trimmed, raw) if item not in (None, "")]
        case None:
            return None
        case bool():
            return "true" if raw else "false"
    return str(raw).replace("\r\n", "\n").replace("\r", "\n").strip()


def _listed(raw: Raw) -> list[Raw]:
    return raw if isinstance(raw, list) else [] if raw is None else [raw]
