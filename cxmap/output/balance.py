"""A map before and after as rows: what is counted, both figures, and whether it got better."""

from collections.abc import Iterator
from typing import NamedTuple

from cxmap.diff.balance import Balance, Picture
from cxmap.words import signed


class Row(NamedTuple):
    """One line of the table.

    `better` is None where both are the same, or where neither way is better.
    """

    name: str
    before: str
    after: str
    better: bool | None


_FEWER = (
    ("Nobody owns it", "unowned"),
    ("No time to count on", "untimed"),
    ("Nothing is measured", "unmeasured"),
    ("Nobody asks the customer", "unheard"),
    ("Handoffs", "handoffs"),
    ("Times left to nobody", "drops"),
)


def rows(balance: Balance) -> Iterator[Row]:
    """The rows of a map that both versions have; nothing where one of them has not."""
    before, after = balance.before, balance.after
    if before is None or after is None:
        return
    yield Row("Touchpoints", str(before.touchpoints), str(after.touchpoints), None)
    for name, field in _FEWER[:4]:
        yield _fewer(name, field, before, after)
    heard, hears = _moments(before), _moments(after)
    if before.moments or after.moments:
        one, other = _unheard(before), _unheard(after)
        better = None if one == other else other < one
        yield Row("Moments of truth where we ask", heard, hears, better)
    for name, field in _FEWER[4:]:
        yield _fewer(name, field, before, after)
    if before.emotion is not None or after.emotion is not None:
        one_said, other_said = _felt(before.emotion), _felt(after.emotion)
        better = None
        if before.emotion is not None and after.emotion is not None and one_said != other_said:
            better = after.emotion > before.emotion
        yield Row("Average emotion", one_said, other_said, better)


def _fewer(name: str, field: str, before: Picture, after: Picture) -> Row:
    one, other = getattr(before, field), getattr(after, field)
    return Row(name, str(one), str(other), None if one == other else other < one)


def _moments(picture: Picture) -> str:
    return f"{picture.moments_heard} of {picture.moments}"


def _unheard(picture: Picture) -> int:
    return picture.moments - picture.moments_heard


def _felt(emotion: float | None) -> str:
    return "not rated" if emotion is None else signed(emotion)
