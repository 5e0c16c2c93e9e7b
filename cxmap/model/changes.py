"""What differs in meaning between a touchpoint and what it becomes.

This is only what differs; whether that is a loss or a gain is for others to say.
"""

from collections.abc import Hashable, Mapping
from types import MappingProxyType

from cxmap.model.meaning import Names, keys_of, meaning, promise, takes
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.when import When

KEYS: Mapping[str, str] = MappingProxyType(
    {k: name for k, name in keys_of(Touchpoint).items() if k not in {"id", "replaces"}}
)
"""The keys that are compared, in their usual order, each with its name in the model.

`id` and `replaces` say which touchpoints belong together, and nothing about the experience.
"""

DELIVERED: Mapping[str, str] = MappingProxyType(
    {
        "who": "owner",
        "with": "helping teams",
        "contact": "contact",
        "customers": "customers",
        "if": "condition",
        "how": "channel",
        "when": "timeline",
        "measures": "measures",
        "standard": "standard",
        "evidence": "evidence",
        "frontstage": "work in sight",
        "backstage": "work behind",
        "support": "support",
        "handoff": "handover",
    }
)
"""Answers that somebody has to make come true, in words; the others say how it is or feels."""

TAKES = "takes"
"""What `when` says of today, `takes`, is told apart from the promise."""


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
        elif _answer(before, name, was) != _answer(after, name, now):
            found.append(key)
    return tuple(found)


def _answer(part: Part, name: str, names: Names) -> Hashable:
    """What a part answers, with pains as nothing but their words."""
    if name == "pains":
        pains = getattr(part, name)
        return frozenset(meaning(pain, "text", names) for pain in pains) or None
    return meaning(part, name, names)


def _promises(
    one: When | None, other: When | None, was: Names, now: Names, *, left_out: bool
) -> list[str]:
    found = []
    if promise(one, was) != promise(other, now):
        found.append("when")
    today, then = takes(one), takes(other)
    if today != then and (left_out or then is not None):
        found.append(TAKES)
    return found
