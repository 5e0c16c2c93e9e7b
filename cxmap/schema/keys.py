"""Which keys a part takes, and what each of them takes, as the models say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from cxmap.model.line import FIELDS
from cxmap.model.numbers import Whole
from cxmap.model.part import Part, Refers, is_many
from cxmap.model.takes import ANYTHING, TEXT, Explained, Takes
from cxmap.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class Choices:
    """An answer that is one of some words.

    Attributes:
        words: the words, in the order of the model.
        meanings: a few words for each, or nothing.
    """

    words: tuple[str, ...]
    meanings: tuple[str, ...] = ()


_SEVERAL = {
    "audience": ("team", "customer"),
    "covered": ("customer", "journey", "stage", "touchpoint"),
    "place": ("journey", "stage", "touchpoint"),
}
_LAST = ("tags", "links", "note")

Answer: TypeAlias = Takes | Choices | Refers | type[Part]
"""What a key may take: a kind of text, one of some words, a reference, or a part of its own."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a part.

    Attributes:
        name: as it is written.
        meaning: the words that the model has for it.
        answers: what it takes, any of them.
        many: it takes a list too.
        needed: it has to be there.
        usual: what it is where nothing is written, if that is a word of its own.
    """

    name: str
    meaning: str
    answers: tuple[Answer, ...]
    many: bool
    needed: bool
    usual: str | None


def keys_of(part: type[Part]) -> tuple[Key, ...]:
    """The keys of a part: its own first, then what it shares with others, a note last."""
    fields = [(field.alias or name, name, field) for name, field in part.model_fields.items()]
    fields.sort(key=lambda named: (named[0] in _LAST, named[1] not in part.__annotations__))
    return tuple(_key(part, key, field) for key, _, field in fields if key in part.KEYS)


def _key(part: type[Part], name: str, field: FieldInfo) -> Key:
    answers = tuple(_answers(field.annotation, field.metadata))
    usual = field.default if isinstance(field.default, str) else None
    derived = name == "id" and bool(part.NAMED_BY)
    needed = field.is_required() and not derived
    return Key(name, field.description or "", answers, is_many(field.annotation), needed, usual)


def names_of(part: type[Part]) -> tuple[str, ...]:
    """The keys of which a part needs one, whichever, to be told from others; often none."""
    keys = {key.name: key for key in keys_of(part)}
    field = part.model_fields.get("id")
    if field is None or "id" not in keys or not field.is_required():
        return ()
    names = tuple(name for name in part.NAMED_BY if name in keys)
    return () if any(keys[name].needed for name in names) else (*names, "id")


def short_form(part: type[Part]) -> str:
    """What one line of text means where a part may be one, or nothing where it may not."""
    if part is Touchpoint:
        return f"A touchpoint in one line: {' - '.join(FIELDS)}."
    if part.from_text.__qualname__ == Part.from_text.__qualname__:
        return ""
    return first_line(part.from_text.__doc__)


def first_line(doc: str | None) -> str:
    """The one sentence with which a docstring begins."""
    return (doc or "").strip().partition("\n")[0]


def kinds_of(reference: Refers) -> tuple[str, ...]:
    """The kinds of items that a reference may lead to."""
    return _SEVERAL.get(reference.kind, (reference.kind,))


def parts_within(part: type[Part]) -> tuple[type[Part], ...]:
    """A part and all that it may hold, each once, in the order in which a reader meets them."""
    found: dict[type[Part], None] = {}

    def meet(part: type[Part]) -> None:
        if part not in found:
            found[part] = None
            for key in keys_of(part):
                for answer in key.answers:
                    if isinstance(answer, type):
                        meet(answer)

    meet(part)
    return tuple(found)


def _answers(annotation: Any, marks: Any = ()) -> Iterator[Answer]:  # noqa: ANN401 (a type)
    marked = _marked(marks)
    origin = get_origin(annotation)
    if marked is not None:
        yield marked
    elif origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _answers(inner, more)
    elif origin is Literal:
        yield _choices(get_args(annotation), marks)
    elif origin in {Union, UnionType, tuple}:
        for option in get_args(annotation):
            if option not in {type(None), ...}:
                yield from _answers(option)
    else:
        yield _plain(annotation)


def _marked(marks: Iterable[object]) -> Takes | Refers | None:
    for mark in marks:
        if isinstance(mark, Takes | Refers):
            return mark
        if isinstance(mark, PlainValidator) and isinstance(mark.func, Whole):
            return mark.func.takes
    return None


def _choices(words: tuple[str, ...], marks: Iterable[object]) -> Choices:
    for mark in marks:
        if isinstance(mark, Explained):
            meanings = mark.words()
            return Choices(words, tuple(meanings[word] for word in words))
    return Choices(words)


def _plain(annotation: object) -> Answer:
    if annotation is str:
        return TEXT
    if annotation is Any:
        return ANYTHING
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    message = f"nothing says what {annotation} takes: mark it with Takes"
    raise TypeError(message)
