"""Where two versions of an item answer a question otherwise."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cxmap.diff.difference import Difference, Sort, Spot
from cxmap.model.listening import Response
from cxmap.model.meaning import Names, exact, keys_of, meaning, promise, refers, simply, takes
from cxmap.model.part import Part
from cxmap.model.when import When

TODAY = frozenset(
    {
        *("takes", "emotion", "pains", "works_well", "opportunities", "importance", "contact"),
        *("evidence", "frontstage", "backstage", "support", "handoff", "title", "phase", "goal"),
        *("duration", "trigger", "outcome", "scenario"),
    }
)
"""What a target may leave out without giving it up: it need not say again what holds today."""

NEVER_AIMED_FOR = frozenset(
    {
        *("as_of", "agreed_by", "status", "based_on", "met", "retired", "replaces", "scenario_of"),
        *("note", "when.note", "tags", "links"),
    }
)
"""What is said of a map itself or of today alone."""

_ONE_BY_ONE = frozenset({"always_expect", "uses", "goals", "expectations"})
"""Lists of words in which each is a thing of its own, as in lists of references."""

_AS_A_WHOLE = frozenset({"customers"})
"""A list of references in which one item more or less changes what the whole says."""

_COMPARED_ELSEWHERE = {
    "journey": frozenset({"id", "state", "stages"}),
    "stage": frozenset({"id", "touchpoints"}),
    "metric": frozenset({"id", "readings"}),
    "reading": frozenset({"metric", "period", "journey", "stage", "touchpoint", "segment"}),
    "strategy": frozenset(
        {"criteria", "insights", "communications", "training", "recognition", "reviews"}
    ),
}


class Key(NamedTuple):
    """A question: a key as it is written, and one item of its list where each counts by itself."""

    field: str
    item: str = ""


class Answer(NamedTuple):
    """An answer by the ids that both sides share, to compare by; and by its own, to tell of."""

    common: Hashable
    own: Hashable


@dataclass(frozen=True, slots=True)
class Side:
    """How names are read on one side: by the ids that both sides share, and by its own."""

    common: Names
    own: Names


def answered_otherwise(
    before: Spot, after: Spot, was: Side, now: Side, *, aim: bool = False
) -> Iterator[Difference]:
    """What two versions of an item answer otherwise, in the usual order of keys.

    Args:
        before: the item as it was.
        after: the item as it is.
        was: how names are read around `before`.
        now: how names are read around `after`.
        aim: `after` is what is aimed for, and what it leaves out of today is not given up.
    """
    one, other = answers(before.part, was), answers(after.part, now)
    told = {key.field for key in other}
    for key in sorted({**one, **other}, key=_usual_order(before.part)):
        old, new = one.get(key), other.get(key)
        if old is not None and new is not None and old.common == new.common:
            continue
        if aim and (key.field in NEVER_AIMED_FOR or _is_left_out(key.field, told)):
            continue
        if key.field == "when" and _hangs_on_the_same_words(before.part, after.part, was, now):
            continue
        yield Difference(
            Sort.ANSWERED,
            before,
            after,
            key.field,
            key.item,
            old.own if old else None,
            new.own if new else None,
        )


def _usual_order(part: Part) -> Callable[[Key], tuple[int, str, str]]:
    places = {key: place for place, key in enumerate(keys_of(type(part)))}
    places["takes"] = places.get("when", 0)
    last = len(places)
    return lambda key: (places.get(key.field.partition(".")[0], last), *key)


def _is_left_out(field: str, told: set[str]) -> bool:
    return field not in told and (field in TODAY or field.startswith("x-"))


def answers(part: Part, side: Side) -> dict[Key, Answer]:
    """Everything that a part answers, in the usual order of keys."""
    return {key: answer for key, answer in _answers(part, side) if answer.common is not None}


def _answers(part: Part, side: Side) -> Iterator[tuple[Key, Answer]]:
    skipped = _COMPARED_ELSEWHERE.get(part.KIND, frozenset({"id"}))
    for key, name in keys_of(type(part)).items():
        if name not in skipped and getattr(part, name) not in (None, ()):
            yield from _field(part, key, name, side)
    for key, value in part.own.items():
        yield Key(key), _same(value, side)


def _field(part: Part, key: str, name: str, side: Side) -> Iterator[tuple[Key, Answer]]:
    """What a part answers under one key, as one answer or as several that count by themselves."""
    answer, kind = getattr(part, name), refers(type(part)).get(name)
    if isinstance(answer, When):
        yield from _timeline(key, answer, side)
    elif isinstance(answer, Response):
        yield from ((Key(f"{key}.{inner.field}"), said) for inner, said in _answers(answer, side))
    elif name == "pains":
        yield from ((Key(key, pain.id or exact(pain.text)), _same(pain, side)) for pain in answer)
    elif kind and isinstance(answer, tuple) and name not in _AS_A_WHOLE:
        for text in answer:
            item = side.common.mean(kind, text)
            yield Key(key, item), Answer(item, side.own.mean(kind, text))
    elif name in _ONE_BY_ONE:
        yield from ((Key(key, exact(text)), _same(text, side)) for text in answer)
    else:
        common, own = (meaning(part, name, n, exact) for n in (side.common, side.own))
        yield Key(key), Answer(common, own)


def _timeline(key: str, when: When, side: Side) -> Iterator[tuple[Key, Answer]]:
    common = promise(when, side.common, exact)
    yield Key(key), Answer(common, common)  # the shared ids tell whether two events are one
    yield Key("takes"), Answer(takes(when), takes(when))
    yield Key(f"{key}.note"), _same(when.note, side)


def _same(answer: object, side: Side) -> Answer:
    """An answer that holds no reference, and so is the same by whatever ids."""
    meant = simply(answer, side.own, exact)
    return Answer(meant, meant)


def _hangs_on_the_same_words(one: Part, other: Part, was: Side, now: Side) -> bool:
    """Whether two timelines read the same, be it that their event has become a touchpoint."""
    old, new = (
        promise(getattr(part, "when", None), Names(side.own.workspace), exact)
        for part, side in ((one, was), (other, now))
    )
    return old == new
