"""What answers mean, whatever way they are written: for comparing one with another."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from cxmap.model.index import Ambiguous, Index
from cxmap.model.journey import Journey
from cxmap.model.part import Part
from cxmap.model.touchpoint import CUSTOMER
from cxmap.model.when import When
from cxmap.model.workspace import Workspace
from cxmap.timing.duration import Duration, Span
from cxmap.words import slug

Words = Callable[[str], str]
"""What a text comes down to: itself, or its letters and digits alone."""


def plain(text: str) -> str:
    """A text without regard to case and punctuation."""
    return slug(text) or text.strip()


def exact(text: str) -> str:
    """A text as it is written, whatever its spaces and line ends."""
    return " ".join(text.split())


@cache
def keys_of(part: type[Part]) -> Mapping[str, str]:
    """The keys of a part as they are written, in their usual order, each with its field's name."""
    fields = ((info.alias or name, name) for name, info in part.model_fields.items())
    return MappingProxyType({key: name for key, name in fields if not key.startswith("\0")})


@cache
def refers(part: type[Part]) -> Mapping[str, str]:
    """What the fields of a part refer to: the kind by the field's name."""
    return MappingProxyType({reference.field: reference.kind for reference in part.REFERENCES})


@dataclass(frozen=True, slots=True)
class Names:
    """What names mean in a workspace, and on one of its maps.

    Attributes:
        workspace: where teams, channels, customers and metrics are declared.
        journey: the map around the names.
        becomes: the ids that touchpoints of this map have in another one, where others than here.
        elsewhere: the same for items of any kind, by kind and by id: a team's, or the path of a
            touchpoint such as `onboarding/welcome-letter`.
    """

    workspace: Workspace
    journey: Journey | None = None
    becomes: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def mean(self, kind: str, reference: str) -> str:
        """The id or path that a reference of a kind means; its slug where nobody declared that."""
        match kind:
            case "covered" | "place":
                plainly = "customer" if kind == "covered" else "journey"
                kind = (
                    "touchpoint" if "/" in reference else "stage" if "#" in reference else plainly
                )
            case "audience":
                known = self.workspace.customers.get(reference)
                kind = "customer" if known and not self.workspace.teams.get(reference) else "team"
            case "current-touchpoint":
                return self._on_current_map(reference)
        if kind in {"touchpoint", "stage"}:
            found = self._on_a_map(kind, reference)
        elif kind == "journey":
            maps = self.workspace.maps_of(reference)
            found = maps[0].id if maps else plain(reference)
        elif kind == "team" and reference == CUSTOMER:
            found = CUSTOMER
        else:
            item = self._index(kind).get(reference)
            found = item.id if item else plain(reference)
        return self.elsewhere.get(kind, {}).get(found, found)

    def event(self, text: str) -> str:
        """The touchpoint that an event is, by its id in the other map; else its words."""
        index = self.workspace.touchpoint_index(self.journey) if self.journey else None
        touchpoint = index.get(text) if index else None
        identity = touchpoint.id if touchpoint else plain(text)
        return self.becomes.get(identity, identity)

    def _on_a_map(self, kind: str, reference: str) -> str:
        mark = "/" if kind == "touchpoint" else "#"
        look_up = self.workspace.touchpoints_of if mark == "/" else self.workspace.stages_of
        try:
            places = look_up(reference)
        except Ambiguous:
            places = ()
        if places:
            return f"{places[0][0].id}{mark}{places[0][1].id}"
        journey, _, name = reference.partition(mark)
        return f"{plain(journey)}{mark}{plain(name)}"

    def _on_current_map(self, reference: str) -> str:
        own = reference.removeprefix(f"{self.journey.id}/") if self.journey else reference
        current = self.workspace.map_of(self.journey.id) if self.journey else None
        found = self.workspace.touchpoint_index(current).get(own) if current else None
        identity = found.id if found else plain(own)
        path = f"{self.journey.id if self.journey else ''}/{identity}"
        return self.elsewhere.get("current-touchpoint", {}).get(path, identity)

    def _index(self, kind: str) -> Index[Any]:
        match kind:
            case "team":
                return self.workspace.teams
            case "channel":
                return self.workspace.all_channels
            case "customer":
                return self.workspace.customers
            case "metric":
                return self.workspace.metrics
            case "data":
                return self.workspace.data
            case _:
                return Index(())


def meaning(part: Part, name: str, names: Names, words: Words = plain) -> Hashable:
    """What a part answers to the question of a field; None for no answer.

    References are what they mean, durations how long they are, and a list has no order.
    """
    answer = getattr(part, name)
    if answer is None or answer == ():
        return None
    kind = refers(type(part)).get(name)
    if kind is not None:
        if not isinstance(answer, tuple):
            return names.mean(kind, answer)
        return frozenset(names.mean(kind, _reference(item)) for item in answer)
    if name == "emotion" and isinstance(answer, Mapping):
        return frozenset((names.mean("customer", key), value) for key, value in answer.items())
    return simply(answer, names, words)


def promise(when: When | None, names: Names, words: Words = plain) -> Hashable:
    """What a timeline promises, without what it really takes today; None for no timeline."""
    if when is None:
        return None
    lengths = _lengths(when.every, when.within, when.by, when.in_, when.per)
    anchor = "at" if when.at_ else "after" if when.after else "before" if when.before else ""
    event = names.event(when.event) if when.event else None
    if event is None and not any(lengths):
        return words(when.words or "")
    return anchor, event, when.nth, lengths


def takes(when: When | None) -> Hashable:
    """What a timeline says of how long it really takes; None where it says nothing."""
    return _lengths(when.takes.low, when.takes.high) if when and when.takes else None


def simply(answer: Any, names: Names, words: Words) -> Hashable:  # noqa: ANN401 (any field's)
    """What an answer means that refers to nothing."""
    match answer:
        case str():
            return words(answer)
        case When():
            note = words(answer.note) if answer.note else None
            return promise(answer, names, words), takes(answer), note
        case Part():
            return _whole(answer, names, words)
        case Duration():
            return _lengths(answer)
        case Span():
            return _lengths(answer.low, answer.high)
        case Mapping():
            pairs = ((k, simply(v, names, words)) for k, v in answer.items() if isinstance(k, str))
            return frozenset(pairs)
        case tuple() | list():
            return frozenset(simply(item, names, words) for item in answer)
        case date() | bool() | int() | float() | None:
            return answer
    raise TypeError(type(answer))


def _whole(part: Part, names: Names, words: Words) -> Hashable:
    """A part inside another: one that is nothing but its text is that text."""
    fields = {key: meaning(part, name, names, words) for key, name in keys_of(type(part)).items()}
    fields |= {key: simply(value, names, words) for key, value in part.own.items()}
    said = {key: value for key, value in fields.items() if value is not None}
    if said.keys() - {"id"} == {"text"}:
        return said["text"]
    return frozenset(said.items())


def _reference(item: Any) -> str:  # noqa: ANN401 (a text, or a customer declared on the spot)
    return item if isinstance(item, str) else str(item.id)


def _lengths(*durations: Duration | None) -> tuple[Hashable, ...]:
    return tuple((d.sort, d.size) if d is not None else None for d in durations)
