"""What differs in meaning between a touchpoint and what it becomes.

This is only what differs; whether that is a loss or a gain is for others to say.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from cxmap.model.index import Index
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import CUSTOMER, Touchpoint
from cxmap.model.when import When
from cxmap.model.workspace import Workspace
from cxmap.timing.duration import Duration
from cxmap.words import slug

KEYS: Mapping[str, str] = MappingProxyType(
    {
        key: name
        for name, info in Touchpoint.model_fields.items()
        if not (key := info.alias or name).startswith("\0") and key not in {"id", "replaces"}
    }
)
"""The keys that are compared, in their usual order, each with its name in the model.

`id` and `replaces` say which touchpoints belong together, and nothing about the experience.
"""

TAKES = "takes"
"""What `when` says of today, `takes`, is told apart from the promise."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in a touchpoint mean.

    Attributes:
        workspace: where teams, channels, customers and metrics are declared.
        journey: the map the touchpoint stands in.
        becomes: the ids that touchpoints of this map have in the other one, where others than here.
    """

    workspace: Workspace
    journey: Journey | None = None
    becomes: Mapping[str, str] = field(default_factory=dict)

    def mean(self, kind: str, reference: str) -> str:
        """The id that a reference of a kind means; its slug where nobody declared that."""
        if kind == "team" and reference == CUSTOMER:
            return CUSTOMER
        if kind == "journey":
            maps = self.workspace.maps_of(reference)
            return maps[0].id if maps else _plain(reference)
        found = self._index(kind).get(reference)
        return found.id if found else _plain(reference)

    def event(self, text: str) -> str:
        """The touchpoint that an event is, by its id in the other map; else its words."""
        index = self.workspace.touchpoint_index(self.journey) if self.journey else None
        touchpoint = index.get(text) if index else None
        identity = touchpoint.id if touchpoint else _plain(text)
        return self.becomes.get(identity, identity)

    def _index(self, kind: str) -> Index[Any]:
        match kind:
            case "team":
                return self.workspace.teams
            case "channel":
                return self.workspace.all_channels
            case "customer":
                return self.workspace.customers
            case _:
                return self.workspace.metrics


def differs(
    before: Touchpoint, after: Touchpoint, was: Names, now: Names, *, left_out: bool = True
) -> tuple[str, ...]:
    """The keys whose answers differ in meaning.

    References are compared by what they mean, durations by their length, words without regard to
    case and punctuation, lists without regard to their order. Events that are touchpoints are the
    same where one lives on in the other.

    Args:
        before: the touchpoint.
        after: what it became, or is to become.
        was: what names mean around `before`.
        now: what names mean around `after`.
        left_out: whether an answer that `after` leaves out counts; a target need not say again
            what is only true today.

    Returns:
        the keys as they are written in files, in their usual order; `takes` for what `when` says
        of today.
    """
    found = []
    for key, name in KEYS.items():
        one, other = getattr(before, name), getattr(after, name)
        if one == other or not (left_out or after.wrote_answer(name)):
            continue
        if key == "when":
            found += _promises(one, other, was, now, left_out=left_out)
        elif _meaning(name, one, was) != _meaning(name, other, now):
            found.append(key)
    return tuple(found)


_KINDS = {reference.field: reference.kind for reference in Touchpoint.REFERENCES}


def _meaning(name: str, answer: Any, names: Names) -> Hashable:  # noqa: ANN401 (any field's)
    if answer is None:
        return None
    kind = _KINDS.get(name)
    if kind is not None:
        many = answer if isinstance(answer, tuple) else (answer,)
        return frozenset(names.mean(kind, reference) for reference in many)
    if isinstance(answer, tuple):
        return frozenset(_plain(i if isinstance(i, str) else i.text) for i in answer)
    if isinstance(answer, Mapping):
        return frozenset((names.mean("customer", key), value) for key, value in answer.items())
    return _plain(answer) if isinstance(answer, str) else answer


def _promises(
    one: When | None, other: When | None, was: Names, now: Names, *, left_out: bool
) -> list[str]:
    found = []
    if _promise(one, was) != _promise(other, now):
        found.append("when")
    today, then = _takes(one), _takes(other)
    if today != then and (left_out or then is not None):
        found.append(TAKES)
    return found


def _takes(when: When | None) -> Hashable:
    return _length(when.takes.low, when.takes.high) if when and when.takes else None


def _promise(when: When | None, names: Names) -> Hashable:
    if when is None:
        return None
    lengths = _length(when.every, when.within, when.by, when.in_, when.per)
    anchor = "at" if when.at_ else "after" if when.after else "before" if when.before else ""
    event = names.event(when.event) if when.event else None
    if event is None and not any(lengths):
        return _plain(when.words or "")
    return anchor, event, when.nth, lengths


def _length(*durations: Duration | None) -> tuple[Hashable, ...]:
    return tuple((d.sort, d.size) if d is not None else None for d in durations)


def _plain(text: str) -> str:
    return slug(text) or text.strip()
