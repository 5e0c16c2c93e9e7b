"""What a condition can say of an answer, by the kind of answer."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from cxmap.lint.own.fields import COUNTED, DATED, Field, mean
from cxmap.lint.rule import Context
from cxmap.timing.deadline import Order, compare
from cxmap.timing.duration import Duration, Span

Holds = Callable[[Any, Context], bool]
"""Tells whether an answer fulfils a condition."""


class Operator(NamedTuple):
    """Something a condition can say.

    Attributes:
        takes: what stands beside it: `one` or `many` answers of the field, `text`, or a `number`.
        make: makes the condition of the field and of what stands there.
        unanswered: whether it holds where nothing is answered; None where it is asked then too.
    """

    takes: str
    make: Callable[[Field, Any], Holds]
    unanswered: bool | None = False


def operators(field: Field) -> Mapping[str, Operator]:
    """What can be said of a field's answer, beside that it is given."""
    if field.part is not None:
        return _COUNT if field.many else {}
    if field.many:
        return _LIST | _COUNT
    found = dict(_ONE)
    if not field.types.isdisjoint(COUNTED):
        found |= _ORDER
    if not field.types.isdisjoint(DATED):
        found |= _DATES
    if field.types == {str} and not field.kind and not field.choices:
        found |= _TEXT
    return found


def is_one_of(field: Field, wanted: tuple[Any, ...]) -> Holds:
    """The answer, or one of the answers, is among some."""
    if field.many:
        return lambda answers, context: (
            not _all(field, wanted, context).isdisjoint(_all(field, answers, context))
        )
    return lambda answer, context: mean(answer, field, context) in _all(field, wanted, context)


def _all(field: Field, answers: tuple[Any, ...], context: Context) -> set[Any]:
    return {mean(answer, field, context) for answer in answers}


def _is(field: Field, wanted: Any) -> Holds:  # noqa: ANN401 (an answer of any field)
    return is_one_of(field, (wanted,))


def _none_of(field: Field, wanted: tuple[Any, ...]) -> Holds:
    among = is_one_of(field, wanted)
    return lambda answer, context: not among(answer, context)


def _all_of(field: Field, wanted: tuple[Any, ...]) -> Holds:
    return lambda answers, context: _all(field, wanted, context) <= _all(field, answers, context)


def _at_least(_: Field, limit: Any) -> Holds:  # noqa: ANN401 (a number or a duration)
    return lambda answer, context: _order(answer, limit, context) in {1, 0}


def _at_most(_: Field, limit: Any) -> Holds:  # noqa: ANN401 (a number or a duration)
    return lambda answer, context: _order(answer, limit, context) in {-1, 0}


def _order(one: Any, other: Any, context: Context) -> int | None:  # noqa: ANN401 (as above)
    """-1, 0 or 1 as one is less than, as much as or more than another; None where none can tell."""
    one, other = (a.high if isinstance(a, Span) else a for a in (one, other))
    if isinstance(one, Duration) and isinstance(other, Duration):
        order = compare(one, other, context.calendar)
        return {Order.SHORTER: -1, Order.EQUAL: 0, Order.LONGER: 1}.get(order)
    if isinstance(one, Duration) or isinstance(other, Duration):
        return None
    return int(one > other) - int(one < other)


def _contains(_: Field, text: str) -> Holds:
    wanted = text.casefold()
    return lambda answer, _: wanted in answer.casefold()


_ONE = {
    "is": Operator("one", _is),
    "any_of": Operator("many", is_one_of),
    "none_of": Operator("many", _none_of, unanswered=True),
}
_LIST = {
    "any_of": Operator("many", is_one_of),
    "all_of": Operator("many", _all_of),
    "none_of": Operator("many", _none_of, unanswered=True),
}
_COUNT = {
    "at_least": Operator("number", lambda _, least: lambda answers, _: len(answers) >= least, None),
    "at_most": Operator("number", lambda _, most: lambda answers, _: len(answers) <= most, None),
}
_ORDER = {"at_least": Operator("one", _at_least), "at_most": Operator("one", _at_most)}
_DATES = {
    "before": Operator("one", lambda _, day: lambda answer, _: answer < day),
    "after": Operator("one", lambda _, day: lambda answer, _: answer > day),
}
_TEXT = {
    "contains": Operator("text", _contains),
    "longest": Operator("number", lambda _, most: lambda answer, _: len(answer) <= most),
    "shortest": Operator("number", lambda _, least: lambda answer, _: len(answer) >= least),
}
