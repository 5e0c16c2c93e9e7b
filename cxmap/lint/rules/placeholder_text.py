"""A placeholder stands where an answer should."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import Action
from cxmap.model.customer import Customer
from cxmap.model.journey import Journey, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric
from cxmap.model.part import Part
from cxmap.model.refused import with_article
from cxmap.model.strategy import Strategy
from cxmap.model.team import Channel, Team
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.source.span import Span
from cxmap.timing.words import is_placeholder
from cxmap.words import quoted

_ASKED_ELSEWHERE = {
    "journey": {"owner", "customers"},
    "stage": {"goal", "owner", "measures"},
    "touchpoint": {"who", "how", "measures", "expectation"},
    "customer": {"goals", "expectations", "uses"},
    "metric": {"question", "owners"},
    "action": {"owner", "verify"},
    "strategy": {"intent", "sponsor", "leader"},
}
"""Fields that have a rule of their own, to which a placeholder is no answer."""

_LONGEST = 20  # characters; nearly all answers are longer, and need no closer look
_NOT_TEXT = frozenset({"id", "tags", "links", "words"})
_SUBJECTS = frozenset({"stage", "touchpoint", "customer"})
"""Parts that are asked themselves, wherever they stand."""


@rule(
    *(Journey, Stage, Touchpoint, Customer, Team, Channel),
    *(Metric, ListeningPost, Action, Strategy),
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    hint="answer it, or leave the key out: what is left out is counted as missing",
)
def placeholder_text(part: Part, context: Context) -> Iterator[Gap]:
    """A field that holds TODO, TBC, TBD or ??? in place of an answer.

    On a page it looks as if somebody had thought about it; the customer gets nothing of it.

    The questions that have a rule of their own, such as who owns a touchpoint, count a placeholder
    as missing.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales, standard: TBD}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales, standard: Both teams are on the call}
    """
    del context
    for found in _placeholders(part):
        name = next((n for k in (*part.NAMED_BY, "id") if (n := getattr(part, k, None))), "")
        whose = quoted(name) if name else f"the {part.KIND}"
        message = f"`{found.field}` of {whose} says {found.text}"
        if found.field in part.NAMED_BY:
            message = f"{with_article(part.KIND)} is still called {quoted(found.text)}"
        yield Gap(message, found.span, found.field, "not answered yet")


class _Placeholder(NamedTuple):
    """A placeholder, where it stands, and the key of the part asked that it belongs to."""

    text: str
    span: Span
    field: str


def _placeholders(part: Part) -> list[_Placeholder]:
    """The placeholders in a part and the parts inside it."""
    found: list[_Placeholder] = []
    answers = part.__dict__
    for name, key in _fields(type(part)):
        answer = answers[name]
        if not answer or (type(answer) is str and len(answer) > _LONGEST):  # nearly all
            continue
        several = type(answer) is tuple
        for number, item in enumerate(answer if several else (answer,)):
            if type(item) is str:
                if len(item) <= _LONGEST and is_placeholder(item) and "n/a" not in item.lower():
                    span = part.at(key, number if several else None)
                    found.append(_Placeholder(item, span, key))
            elif isinstance(item, Part) and item.KIND not in _SUBJECTS:
                for inner in _placeholders(item):
                    # A part made of one line has no places of its own.
                    span = inner.span if item.written else part.at(key, number if several else None)
                    found.append(_Placeholder(inner.text, span, key))
    return found


@cache
def _fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a part that hold texts or parts, each with its key."""
    left_out = {*_NOT_TEXT, *_ASKED_ELSEWHERE.get(part.KIND, ())}
    keys = {name: field.alias or name for name, field in part.model_fields.items()}
    return tuple(
        (name, key)
        for name, key in keys.items()
        if name not in left_out
        and not key.startswith("\0")
        and _holds_text(part.model_fields[name].annotation)
    )


def _holds_text(annotation: object) -> bool:
    if isinstance(annotation, type):
        return annotation is str or issubclass(annotation, Part)
    return any(map(_holds_text, get_args(annotation)))
