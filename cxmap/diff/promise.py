"""Whether one timeline promises more than another."""

from collections.abc import Hashable
from enum import Enum
from typing import NamedTuple

from cxmap.timing.calendar import Calendar
from cxmap.timing.deadline import Order, compare
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit
from cxmap.timing.words import is_vague


class Turn(Enum):
    """What became of a promise."""

    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    SAME = "same"
    UNCLEAR = "unclear"


_BACK = {Turn.TIGHTENED: Turn.LOOSENED, Turn.LOOSENED: Turn.TIGHTENED}


class _Form(NamedTuple):
    """A timeline that can be computed with, as `cxmap.model.meaning.promise` gives it."""

    anchor: str
    event: str | None
    nth: int | None
    every: Duration | None
    within: Duration | None
    by: Duration | None
    in_: Duration | None
    per: Duration | None

    @property
    def limited(self) -> bool:
        """Whether it can be late at all."""
        return any((self.every, self.within, self.by, self.in_))


def turn(was: Hashable, now: Hashable, calendar: Calendar) -> Turn:
    """What became of a promise, by the meanings of two timelines.

    Durations of unlike units are compared on every start day of a year. Words against words are
    never guessed at; vague words, such as "soon", promise less than any limit.

    Args:
        was: the meaning before, see `cxmap.model.meaning.promise`.
        now: the meaning after.
        calendar: which days are worked.
    """
    one, other = _form(was), _form(now)
    if one is None or other is None:
        return _with_words(was, now, one, other)
    if (one.event, one.nth, one.per) != (other.event, other.nth, other.per):
        return Turn.UNCLEAR
    if (one.every is None) != (other.every is None) or one.in_ != other.in_:
        return Turn.UNCLEAR
    if one.every and other.every:
        return shorter(one.every, other.every, calendar)
    if "before" in {one.anchor, other.anchor}:
        if one.anchor != other.anchor:
            return Turn.UNCLEAR
        turned = _limit(one.by, other.by, calendar)  # the sooner before, the longer the notice
        return _BACK.get(turned, turned) if one.by and other.by else turned
    if one.anchor != other.anchor and not (one.within and other.within):
        return Turn.UNCLEAR
    return _limit(one.within, other.within, calendar)


def shorter(was: Duration, now: Duration, calendar: Calendar) -> Turn:
    """What became of a time that is the better the shorter it is."""
    match compare(now, was, calendar):
        case Order.SHORTER:
            return Turn.TIGHTENED
        case Order.LONGER:
            return Turn.LOOSENED
        case Order.EQUAL:
            return Turn.SAME
        case _:
            return Turn.UNCLEAR


def duration(meaning: Hashable) -> Duration | None:
    """The duration behind the meaning of one: `(unit, size)`, or that alone in a tuple."""
    if isinstance(meaning, tuple) and len(meaning) == 1:
        meaning = meaning[0]
    if not isinstance(meaning, tuple) or len(meaning) != 2 or not isinstance(meaning[0], Unit):
        return None
    return Duration(meaning[1], meaning[0])


def _limit(was: Duration | None, now: Duration | None, calendar: Calendar) -> Turn:
    if was and now:
        return shorter(was, now, calendar)
    if was or now:
        return Turn.TIGHTENED if now else Turn.LOOSENED
    return Turn.SAME


def _with_words(was: Hashable, now: Hashable, one: _Form | None, other: _Form | None) -> Turn:
    if one is not None and one.limited and isinstance(now, str) and is_vague(now):
        return Turn.LOOSENED
    if other is not None and other.limited and isinstance(was, str) and is_vague(was):
        return Turn.TIGHTENED
    return Turn.UNCLEAR


def _form(meaning: Hashable) -> _Form | None:
    if not isinstance(meaning, tuple) or len(meaning) != 4:
        return None
    anchor, event, nth, lengths = meaning
    return _Form(anchor, event, nth, *(duration(length) for length in lengths))
