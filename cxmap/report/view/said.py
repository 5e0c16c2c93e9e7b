"""An answer of an item in both versions, as people read it, with what came and what went."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cxmap.diff import sight
from cxmap.diff.change import Change
from cxmap.diff.difference import Spot
from cxmap.diff.display import answer, words_for
from cxmap.diff.sight import Sight
from cxmap.facts import Facts
from cxmap.report.say import sentence

_LABELS = {
    "what": "what",
    "name": "name",
    "title": "title",
    "who": "who",
    "owner": "owner",
    "with": "with",
    "how": "how",
    "when": "when",
    "takes": "really takes",
    "measures": "measures",
    "expectation": "expects",
    "met": "is it met",
    "emotion": "felt",
}
_ASKED = frozenset({"who", "owner", "how", "when", "measures"})
"""What is missing where nothing is answered; elsewhere nothing is simply nothing."""

_VOICE = frozenset({"expectation", "expectations", "goal", "goals", "always_expect", "question"})
"""Where it is the customer who speaks, or is spoken to."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, and whether the other version has it too."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One question that is answered otherwise.

    Attributes:
        label: the question, in a word or two.
        level: how it weighs: loss, risk, gain or note.
        before: the answers as they were; none where it was not answered.
        after: the answers as they are.
        missing: an empty answer is a gap.
        voice: it is the customer who speaks.
        accepted: who accepts it and why, where somebody does.
    """

    label: str
    level: str
    before: tuple[Said, ...]
    after: tuple[Said, ...]
    missing: bool
    voice: bool
    accepted: str


def fields(
    changes: tuple[Change, ...], before: Spot | None, after: Spot | None, both: Sight
) -> Iterator[Field]:
    """The questions that an item answers otherwise, each with all its answers.

    Args:
        changes: the changes of its answers.
        before: the item as it was.
        after: the item as it is.
        both: both sides of the comparison.
    """
    order = list(_LABELS)
    keys = dict.fromkeys(change.difference.field for change in changes)
    for key in sorted(keys, key=lambda k: order.index(k) if k in order else len(order)):
        found = [change for change in changes if change.difference.field == key]
        was = tuple(_answers(before, key, both.was)) if before else ()
        now = tuple(_answers(after, key, both.now)) if after else ()
        accepted = next((c.accepted for c in found if c.accepted), None)
        yield Field(
            _LABELS.get(key, words_for(key).rstrip(":,")),
            min(c.level for c in found).word,
            tuple(Said(text, text not in now) for text in was),
            tuple(Said(text, text not in was) for text in now),
            key in _ASKED,
            key in _VOICE,
            f"accepted by {accepted.who}: {accepted.why}" if accepted else "",
        )


_Say = Callable[[Facts, object], str]
_NAMED: Mapping[str, _Say] = {
    "who": sight.team,
    "owner": sight.team,
    "with": sight.team,
    "agreed_by": sight.team,
    "how": sight.channel,
    "measures": sight.metric,
    "customers": sight.customer,
}


def _answers(spot: Spot, key: str, facts: Facts) -> Iterator[str]:
    """What an item answers, by the names that people use."""
    if key == "when":
        when = getattr(spot.part, "when", None)
        if when is not None:
            yield sentence(sight.timeline(when, facts, spot.journey))
    elif key == "emotion":
        felt = getattr(spot.part, "emotion", None)
        if felt is not None:
            yield from sight.feeling(felt, facts).split(", ")
    else:
        held = answer(spot, key)
        for one in held if isinstance(held, list) else [held]:
            if one is not None:
                name = _NAMED.get(key)
                yield name(facts, one) if name else _plain(one)


def _plain(held: Any) -> str:  # noqa: ANN401 (whatever was answered)
    match held:
        case True | False:
            return "yes" if held else "no"
        case int() | float():
            return f"{held:g}"
        case dict():
            text = held.get("text", "")
            rest = ", ".join(f"{k} {_plain(value)}" for k, value in held.items() if k != "text")
            return f"{text} ({rest})" if text and rest else text or rest
        case list():
            return ", ".join(_plain(one) for one in held)
    return str(held)
