"""Answers as they are read: for details, for other words, and for programs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cxmap.diff.difference import Difference, Spot
from cxmap.diff.sight import Sight
from cxmap.model.meaning import keys_of
from cxmap.model.part import Part
from cxmap.model.timeline import say
from cxmap.model.when import When
from cxmap.words import joined, quoted

_LONGEST = 120

_WORDS = {
    "with": "helped by",
    "if": "the condition",
    "works_well": "what works well",
    "based_on": "where this is known from,",
    "as_of": "last confirmed on",
    "agreed_by": "agreed by",
    "customer_facing": "meets customers:",
    "review": "looked at",
    "n": "the number of answers",
    "touchpoints": "at",
    "stages": "at",
    "x-": "your own",
}


def details(difference: Difference, sight: Sight) -> str:
    """What a detail says now, and what it said; of a list what came and what went."""
    words = words_for(difference.field)
    was, now = raw(difference, difference.before), raw(difference, difference.after)
    if difference.item:
        now, was = difference.now, difference.was
        text = quoted(_called(difference, sight), _LONGEST)
        begins = "no longer " if now is None else "" if was is None else "otherwise "
        return f"{words}: {begins}{text}"
    if isinstance(was, list) or isinstance(now, list):
        return _lists(words, was or [], now or [])
    return sight.instead(f"{words} {_said(now)}", _said(was))


def reworded(difference: Difference, sight: Sight) -> str:
    """What something is called or reads now, and before."""
    now, was = (_said(raw(difference, s)) for s in (difference.after, difference.before))
    begins = (
        "called" if difference.field in {"what", "name", "title"} else words_for(difference.field)
    )
    return sight.instead(f"{begins} {now}", was)


def _called(difference: Difference, sight: Sight) -> str:
    """What people call the item that a list has lost or got."""
    facts = sight.was if difference.now is None else sight.now
    own = difference.was if difference.now is None else difference.now
    return facts.team_name(str(own)) if difference.field == "with" else difference.item


def words_for(field: str) -> str:
    """A key in a sentence."""
    return _WORDS.get(field, field.replace("_", " ").replace(".", " "))


def value(difference: Difference, spot: Spot | None) -> str:
    """One side's answer in a sentence."""
    return _said(raw(difference, spot))


def raw(difference: Difference, spot: Spot | None) -> Any:  # noqa: ANN401 (whatever was answered)
    """One side's answer as a program reads it: text, a number, yes or no, a list, or None."""
    if spot is None:
        return None
    if difference.item:
        own = difference.now if spot is difference.after else difference.was
        return own if isinstance(own, str) else (difference.item if own else None)
    return answer(spot, difference.field)


def answer(spot: Spot, field: str) -> Any:  # noqa: ANN401 (whatever was answered)
    """What an item says under a key as a program reads it: text, a number, a list, or None."""
    return _plain(_answer(spot.part, field))


def _answer(part: Part, field: str) -> object:
    outer, _, inner = field.partition(".")
    if field == "takes":
        when = getattr(part, "when", None)
        return when.takes if when else None
    if field in part.own:
        return part.own[field]
    answer = getattr(part, keys_of(type(part)).get(outer, outer), None)
    return getattr(answer, inner, None) if inner else answer


def _plain(answer: object) -> Any:  # noqa: ANN401 (whatever was answered)
    match answer:
        case None | bool() | int() | float() | str():
            return answer
        case date():
            return answer.isoformat()
        case When():
            return say(answer)
        case Part():
            said = {k: _plain(getattr(answer, name)) for k, name in keys_of(type(answer)).items()}
            said = {key: value for key, value in said.items() if value not in (None, [])}
            return said["text"] if said.keys() <= {"text", "id"} and "text" in said else said
        case Mapping():
            return {key: _plain(value) for key, value in answer.items() if isinstance(key, str)}
        case tuple() | list():
            return [_plain(item) for item in answer]
    return str(answer)


def _said(value: object) -> str:
    match value:
        case None | [] | {}:
            return "nothing"
        case True | False:
            return "yes" if value else "no"
        case int() | float():
            return f"{value:g}"
        case list():
            return joined([_said(item) for item in value])
        case dict():
            return ", ".join(f"{key} {_said(item)}" for key, item in value.items())
    return quoted(str(value), _LONGEST)


def _lists(words: str, was: list[Any], now: list[Any]) -> str:
    came = [_said(item) for item in now if item not in was]
    went = [_said(item) for item in was if item not in now]
    parts = []
    if came:
        parts.append(f"adds {joined(came)}")
    if went:
        parts.append(f"drops {joined(went)}")
    return f"{words} {' and '.join(parts)}"
