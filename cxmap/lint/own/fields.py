"""The fields of a part that conditions can be about, and how their answers are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from cxmap.lint.rule import Context
from cxmap.model.meaning import Names, keys_of, plain, refers
from cxmap.model.part import Part, is_many
from cxmap.model.refused import OURS
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.duration import Duration, Span
from cxmap.words import listed, nearest


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a condition is about.

    Attributes:
        key: how it is written; a user's own begins with `x-`.
        name: the attribute of the part; empty for a user's own key.
        annotation: the type of its answer, or of one of them where it takes a list.
        many: it takes a list.
        kind: what it refers to, such as `team`, or nothing.
        part: the kind of part that it holds, or None.
    """

    key: str
    name: str
    annotation: Any
    many: bool = False
    kind: str = ""
    part: type[Part] | None = None

    def answer(self, part: Part) -> Any:  # noqa: ANN401 (the answer of any field)
        """What a part answers."""
        if not self.name:
            own = part.own.get(self.key)
            return own if isinstance(own, str) else None
        if self.name == "emotion" and isinstance(part, Touchpoint):
            return part.lowest()
        return getattr(part, self.name)

    def is_given(self, part: Part) -> bool:
        """Whether a part answers at all; a placeholder such as TBD is no answer."""
        return part.wrote_answer(self.name) if self.name else bool(part.own.get(self.key))

    @property
    def types(self) -> frozenset[Any]:
        """The plain types that an answer can have."""
        return frozenset(_types(self.annotation))

    @property
    def choices(self) -> tuple[str, ...]:
        """The words it takes, where it takes nothing else."""
        return _choices(self.annotation)

    def read(self, raw: str) -> Any:  # noqa: ANN401 (an answer of any field)
        """The answer that a text is, read as in a map.

        Raises:
            ValueError: it is none; the text says what is wrong.
        """
        if self.choices and raw not in self.choices:
            guess = nearest(raw, self.choices)
            also = f", did you mean `{guess}`?" if guess else ""
            raise ValueError(f"`{raw}` is none of {listed(self.choices, 12)}{also}")
        try:
            return _adapter(self.annotation).validate_python(raw)
        except ValidationError as error:
            raise ValueError(_said(error.errors(include_url=False))) from None


def fields_of(part: type[Part]) -> Mapping[str, Field]:
    """The fields of a kind of part, by key."""
    return _fields(part)


@cache
def _fields(part: type[Part]) -> dict[str, Field]:
    found = {}
    for key, name in keys_of(part).items():
        info = part.model_fields[name]
        many = is_many(info.annotation)
        annotation: Any = info.annotation
        if many:
            annotation = next(a for a in _options(annotation) if get_origin(a) is tuple)
            annotation = get_args(annotation)[0]
        elif info.metadata:
            annotation = Annotated[(annotation, *info.metadata)]
        kind = refers(part).get(name, "")
        held = None if kind else next((t for t in _types(annotation) if _is_part(t)), None)
        found[key] = Field(key, name, annotation, many, kind, held)
    return found


def own_field(key: str) -> Field:
    """A key of the user's own, which takes text."""
    return Field(key, "", str)


def mean(answer: Any, field: Field, context: Context) -> Any:  # noqa: ANN401 (as above)
    """What an answer comes down to: an id for a reference, words without regard to case."""
    if field.kind:
        text = answer if isinstance(answer, str) else answer.id
        return Names(context.workspace, context.journey).mean(field.kind, text)
    if isinstance(answer, str):
        return answer if field.choices else plain(answer)
    if isinstance(answer, Duration):
        return answer.sort, answer.size
    return answer


def _options(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 (any type)
    """The alternatives of a type; itself where it has none."""
    if get_origin(annotation) is Annotated:
        return _options(get_args(annotation)[0])
    arguments = get_args(annotation)
    if get_origin(annotation) in {tuple, Literal} or not arguments:
        return (annotation,)
    if get_origin(annotation) in {Mapping, dict}:
        return (Mapping,)
    return tuple(option for argument in arguments for option in _options(argument))


def _types(annotation: Any) -> list[Any]:  # noqa: ANN401 (any type)
    found = [str if get_origin(t) is Literal else t for t in _options(annotation)]
    return [kind for kind in found if kind is not NoneType]


def _choices(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 (any type)
    found = [get_args(option) for option in _options(annotation) if get_origin(option) is Literal]
    return found[0] if found else ()


def _is_part(kind: Any) -> bool:  # noqa: ANN401 (any type)
    return isinstance(kind, type) and issubclass(kind, Part)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:  # noqa: ANN401 (any type)
    return TypeAdapter(annotation, config=ConfigDict(strict=True, arbitrary_types_allowed=True))


def _said(errors: list[ErrorDetails]) -> str:
    ours = next((error for error in errors if error["type"] == OURS), errors[0])
    return str(ours["msg"])


COUNTED = frozenset({int, float, Duration, Span})
"""Types of which one can be more than another."""

DATED = frozenset({date})
"""Types of which one can be later than another."""
