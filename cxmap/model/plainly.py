"""Parts made of plain answers, without asking pydantic, which takes three times as long.

Nearly every answer in a map is a text, a list of texts, one of a few words, or a part of such. What
those have to be is read off the models once. Whatever needs another look is left to pydantic: an
answer that it may refuse, a key that it may not know, a kind of field that is rare.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import Discriminator, PlainValidator, Tag
from pydantic_core import PydanticUndefined

from cxmap.model.notes import GIVEN_ID, REFUSED
from cxmap.model.part import Part, Refers, says_nothing
from cxmap.model.takes import Explained, Takes
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.place import Written

Model = TypeVar("Model", bound=Part)
Reader = Callable[[Raw, Document], object]


_NO_MATTER = (Refers, Takes, Explained, Discriminator, Tag)
"""Marks of a field that do not change what it takes."""


class _Unsure(ValueError):  # noqa: N818 (a way out, never an error a user sees)
    """Pydantic has to look at it."""


def read_plainly(model: type[Model], document: Document, raw: Raw) -> Model | None:
    """Make a part of a mapping as it was read.

    Returns:
        what pydantic would make of it; None where that has to be asked.
    """
    try:
        return _make(model, raw, document)
    except (ValueError, AssertionError):  # what pydantic takes for a refusal
        return None


class _Plan(NamedTuple):
    """How a kind of part is made.

    Attributes:
        blank: a part's attributes where nothing is answered.
        needed: the keys that have to be answered.
        fields: of each key, see `_Field`.
        made: the same of what parts themselves put beside their answers, which no file can hold.
        asks: the keys in which a placeholder is no answer.
        named: whether it has an id, which may be made of its name.
        checks: what looks at the part as a whole.
        tidies: whether the kind puts its answers in order in a way of its own.
    """

    blank: dict[str, Any]
    needed: frozenset[str]
    fields: Mapping[str, "_Field"]
    made: Mapping[str, "_Field"]
    asks: frozenset[str]
    named: bool
    checks: tuple[str, ...]
    tidies: bool


_Field = tuple[str, bool, Reader | None]
"""The attribute of a key, whether it takes several answers, and how they are read; None where they
are texts."""


def _make(kind: type[Model], raw: Raw, document: Document) -> Model:  # noqa: C901 (one pass)
    plan = _plan(kind)
    values = plan.blank.copy()
    fields = plan.fields
    if type(raw) is dict:
        if plan.tidies or REFUSED in raw:
            return _make_of(kind, plan, kind.answers(raw, document), document)
        values["written"] = Written.of(document, raw)
    elif type(raw) is str:
        raw = kind.from_text(raw)
        fields = {**fields, **plan.made}
    else:
        raise _Unsure
    own: dict[str, Raw] = {}
    for key, answer in raw.items():
        field = fields.get(key)
        if field is None:
            if type(key) is int:
                continue
            if not key.startswith("x-"):
                raise _Unsure
            if answer is not None:
                own[key] = answer
            continue
        if answer is None:
            continue  # empty is as if left out
        name, many, read = field
        if many:
            answer = tuple(answer) if type(answer) is list else (answer,)  # noqa: PLW2901
        if key in plan.asks and says_nothing(answer):
            values["unknown"] |= {key}
            continue
        if read is not None:
            values[name] = read(answer, document)
        elif type(answer) is str:
            values[name] = answer
        else:
            raise _Unsure
    if own:
        values["own"] = own
    if plan.named and not raw.get("id"):
        values["id"] = raw.get(GIVEN_ID) or kind.derived_id(raw) or values["id"]
    return _checked(kind, plan, values)


def _make_of(
    kind: type[Model], plan: _Plan, answers: Mapping[str, Any], document: Document
) -> Model:
    """Make a part of answers that are in order already."""
    values = plan.blank.copy()
    for key, answer in answers.items():
        field = plan.fields.get(key) or plan.made.get(key)
        if field is None:
            raise _Unsure
        name, _, read = field
        values[name] = (read or _text)(answer, document)
    return _checked(kind, plan, values)


def _checked(kind: type[Model], plan: _Plan, values: dict[str, Any]) -> Model:
    for name in plan.needed:
        if values[name] is PydanticUndefined:
            raise _Unsure
    part = kind.of_attributes(values)
    for check in plan.checks:
        getattr(part, check)()
    return part


@cache
def _plan(kind: type[Part]) -> _Plan:
    fields: dict[str, _Field] = {}
    made: dict[str, _Field] = {}
    blank: dict[str, Any] = {}
    needed = set()
    for name, field in kind.model_fields.items():
        key = field.alias or name
        blank[name] = field.default
        if field.is_required() or field.default_factory is not None:
            needed.add(name)
        if key.startswith("\0"):  # parts make these themselves: no file can hold them
            made[key] = name, False, _as_it_is
        else:
            read = _reader(field.annotation, tuple(field.metadata))
            fields[key] = name, kind.KEYS[key], None if read is _text else read
    found = kind.__pydantic_decorators__
    modes = {name: validator.info.mode for name, validator in found.model_validators.items()}
    if found.field_validators or {n for n, mode in modes.items() if mode != "after"} != {"_read"}:
        fields.clear()  # it looks at what is read in a way of its own
    return _Plan(
        blank,
        frozenset(needed),
        fields,
        made,
        kind.ASKS,
        bool(kind.NAMED_BY) and "id" in fields,
        tuple(name for name, mode in modes.items() if mode == "after"),
        kind.tidy.__func__ is not Part.tidy.__func__,  # type: ignore[attr-defined]
    )


def _reader(kind: Any, marks: tuple[object, ...] = ()) -> Reader:  # noqa: ANN401 (any type)
    """How an answer of some type is read."""
    origin, options = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _reader(options[0], (*kind.__metadata__, *marks))
    if origin in {Union, UnionType} and NoneType in options:
        rest = tuple(option for option in options if option is not NoneType)
        return _reader(Union[rest], marks)  # noqa: UP007 (of what is known only now)
    plain = [mark for mark in marks if isinstance(mark, PlainValidator)]
    if plain:
        return _with(plain[-1].func)
    if not all(isinstance(mark, _NO_MATTER) for mark in marks):
        return _unsure
    if origin in {Union, UnionType} and any(isinstance(mark, Discriminator) for mark in marks):
        return _text_or(_reader(next(o for o in options if _inside(o) is not str)))
    return _reader_of(kind)


def _reader_of(kind: Any) -> Reader:  # noqa: ANN401 (any type)
    """The same of a type without marks, alternatives or None."""
    origin, options = get_origin(kind), get_args(kind)
    if kind is str:
        return _text
    if kind is Any:
        return _as_it_is
    if origin is Literal:
        return _word(frozenset(options))
    if origin is tuple and options[1:] == (...,):
        return _each(_reader(options[0]))
    if isinstance(kind, type) and issubclass(kind, Part):
        return lambda raw, document: _make(kind, raw, document)
    return _unsure


def _inside(kind: Any) -> object:  # noqa: ANN401 (any type)
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _text_or(other: Reader) -> Reader:
    """A text, or else a part."""
    return lambda raw, document: raw if type(raw) is str else other(raw, document)


def _unsure(raw: Raw, _: Document) -> object:
    raise _Unsure(raw)


def _as_it_is(answer: object, _: Document) -> object:
    return answer


def _text(raw: Raw, _: Document) -> object:
    if type(raw) is not str:
        raise _Unsure(raw)
    return raw


def _with(function: Callable[..., object]) -> Reader:
    """What a function makes of an answer; of a text it is asked once, since many say the same."""
    of_text = lru_cache(maxsize=4096)(function)
    return lambda raw, _: of_text(raw) if type(raw) is str else function(raw)


def _word(words: frozenset[str]) -> Reader:
    def read(raw: Raw, _: Document) -> object:
        if type(raw) is not str or raw not in words:
            raise _Unsure(raw)
        return raw

    return read


def _each(one: Reader) -> Reader:
    if one is _text:

        def read_texts(raw: Raw, _: Document) -> object:
            for item in raw:
                if type(item) is not str:
                    raise _Unsure(raw)
            return raw

        return read_texts
    return lambda raw, document: tuple([one(item, document) for item in raw])
