"""The base of everything that a map is made of."""

from collections.abc import Collection, Mapping
from itertools import count, islice
from types import UnionType
from typing import Any, ClassVar, Literal, NamedTuple, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from cxmap.model.notes import GIVEN_ID, REFUSED
from cxmap.model.refused import not_a_mapping
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.place import Written
from cxmap.source.span import Span
from cxmap.timing.words import is_placeholder
from cxmap.words import nearest, slug


class Refers(NamedTuple):
    """Marks a field that points at items of a kind by their id or name."""

    kind: str
    severity: Literal["error", "never"] = "error"


class Reference(NamedTuple):
    """A field of a part that points elsewhere."""

    field: str
    kind: str
    many: bool
    key: str


def also(words: Mapping[str, str]) -> Mapping[str, str]:
    """What people call keys too, by each of the words: `{"who": "owner team"}` read backwards."""
    return {slug(word): key for key, names in words.items() for word in names.split()}


class _NothingOwn(dict[str, Any]):
    """No keys of one's own. It can be hashed, so that pydantic shares it instead of copying it."""

    __hash__ = object.__hash__  # type: ignore[assignment]


NOTHING_OWN = _NothingOwn()
_NO_FIELDS: set[str] = set()
_set = object.__setattr__


class Part(BaseModel):
    """A piece of a map: a mapping in a file, read and found sound.

    Attributes:
        written: where it stands; None for a part made from one line of text.
        own: the user's own keys, `x-…`, as text.
        refused: keys whose answer, or an item of it, a finding already speaks of.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        arbitrary_types_allowed=True,
        revalidate_instances="never",
        defer_build=True,
    )

    KIND: ClassVar[str] = ""
    NOUN: ClassVar[str] = ""
    ALSO: ClassVar[Mapping[str, str]] = {}
    NAMED_BY: ClassVar[tuple[str, ...]] = ()
    ASKS: ClassVar[frozenset[str]] = frozenset()
    """Keys in which a placeholder such as `?` or TBD is no answer; the part has `unknown` then."""

    KEYS: ClassVar[Mapping[str, bool]] = {}
    REFERENCES: ClassVar[tuple[Reference, ...]] = ()

    written: Written | None = Field(None, alias="\0written", repr=False, exclude=True)
    own: Mapping[str, Any] = Field(NOTHING_OWN, alias="\0own", repr=False)
    refused: frozenset[str] = Field(frozenset(), alias="\0refused", repr=False, exclude=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 (pydantic's hook)
        """Note once which keys there are, which take several values and which point elsewhere."""
        super().__pydantic_init_subclass__(**kwargs)
        keys: dict[str, bool] = {}
        references: list[Reference] = []
        for name, field in cls.model_fields.items():
            key = field.alias or name
            if key.startswith("\0"):
                continue
            keys[key] = many = is_many(field.annotation)
            marks = (*field.metadata, *_inner_metadata(field.annotation))
            references += [
                Reference(name, m.kind, many, key) for m in marks if isinstance(m, Refers)
            ]
        cls.KEYS = keys
        cls.REFERENCES = tuple(references)

    @classmethod
    def noun(cls) -> str:
        """What a message calls it."""
        return cls.NOUN or cls.KIND or "item"

    @classmethod
    def meant_by(cls, key: str, known: Collection[str]) -> str:
        """The key that was clearly meant by one that a part does not have; empty where none was.

        Args:
            key: what was written.
            known: the keys it can have been: those that are not written as well.
        """
        word = cls.ALSO.get(slug(key), "")
        return word if word in known else nearest(key, known) or ""

    @classmethod
    def from_text(cls, text: str) -> dict[str | int, Raw]:
        """The mapping that one line of text stands for, where a part has such a short form."""
        raise not_a_mapping(cls.noun(), cls.example(), text)

    @classmethod
    def example(cls) -> str:
        """A short sample of how the part is written, for messages."""
        key = next(iter(cls.NAMED_BY or tuple(cls.KEYS)), "key")
        return f"{key}: …"

    @model_validator(mode="before")
    @classmethod
    def _read(cls, raw: Raw, info: ValidationInfo) -> Raw:
        if isinstance(raw, cls):
            return raw
        return cls.answers(raw, info.context if isinstance(info.context, Document) else None)

    @classmethod
    def of_attributes(cls, values: dict[str, Any]) -> Self:
        """A part with the attributes given, all of them and in the fields' order, unchecked."""
        part = cls.__new__(cls)
        _set(part, "__dict__", values)
        _set(part, "__pydantic_fields_set__", _NO_FIELDS)
        _set(part, "__pydantic_extra__", None)
        _set(part, "__pydantic_private__", None)
        return part

    @classmethod
    def answers(cls, raw: Raw, document: Document | None) -> dict[str, Any]:  # noqa: C901 (one pass)
        """What was read as the fields expect it, by key: one is many, empty is left out.

        Args:
            raw: the mapping, or the text that stands for one.
            document: where it is written; None for a part that was not read from a file.

        Raises:
            PydanticCustomError: it is neither.
        """
        written = None
        if type(raw) is dict and document is not None:
            written = Written.of(document, raw)
        elif isinstance(raw, str):
            raw = cls.from_text(raw)
        if type(raw) is not dict:
            raise not_a_mapping(cls.noun(), cls.example(), raw)
        keys = cls.KEYS
        clean: dict[str, Any] = {"\0written": written}
        own: dict[str, Any] = {}
        refused = raw.get(REFUSED)
        for key, value in raw.items():
            many = keys.get(key)
            if many is False and value is not None and not refused:  # nearly all keys
                clean[key] = value
                continue
            if type(key) is int or (refused and key in refused):
                continue
            if value is None and (many is not None or key.startswith("x-")):
                continue  # empty is as if left out
            if many:
                items = value if type(value) is list else [value]
                clean[key] = (
                    tuple(item for n, item in enumerate(items) if (key, n) not in refused)
                    if refused
                    else tuple(items)
                )
            elif many is None and key.startswith("x-"):
                own[key] = value
            else:
                clean[key] = value
        if refused:
            clean["\0refused"] = frozenset(
                key if isinstance(key, str) else key[0] for key in refused
            )
        if own:
            clean["\0own"] = own
        if cls.NAMED_BY and "id" in keys and "id" not in clean:
            identity = raw.get(GIVEN_ID) or cls.derived_id(raw)
            if identity:
                clean["id"] = identity
        if not cls.ASKS.isdisjoint(clean):
            unknown = [key for key in cls.ASKS if key in clean and says_nothing(clean[key])]
            for key in unknown:
                del clean[key]
            if unknown:
                clean["\0unknown"] = frozenset(unknown)
        return cls.tidy(clean, raw)

    @model_validator(mode="after")
    def _forget_which_fields_were_set(self) -> Self:
        """`written` knows it; pydantic's own note would be a tenth of all memory."""
        _set(self, "__pydantic_fields_set__", _NO_FIELDS)
        return self

    @classmethod
    def tidy(cls, clean: dict[str, Any], raw: Raw) -> dict[str, Any]:
        """The last word of a part on what was read, before its fields see it.

        Args:
            clean: the answers as the fields expect them; also where it is written.
            raw: the mapping as it was read.
        """
        del raw
        return clean

    @classmethod
    def derived_id(cls, raw: Mapping[str | int, Raw]) -> str:
        """The slug of the item's name, or nothing where it has none."""
        for key in cls.NAMED_BY:
            name = raw.get(key)
            if isinstance(name, str) and name:
                return slug(name)
        return ""

    def at(self, field: str, item: int | None = None) -> Span:
        """Where a field's value stands, or one item of it; the part's name where it is absent.

        Items are counted as the field has them, without those that were refused.
        """
        if self.written is None:
            return Span("")
        if item is not None:
            item = self.number_written(field, item)
        return self.written.value(field, item) or self.place

    def number_written(self, field: str, item: int) -> int:
        """Which item of a list in the file it is, counted with those that were refused."""
        if field not in self.refused or self.written is None or not self.written.notes:
            return item
        gone = self.written.notes.get(REFUSED, ())
        left = (number for number in count() if (field, number) not in gone)
        return next(islice(left, item, None))

    def key_at(self, field: str) -> Span:
        """Where a field's key stands, for a value that is a long list; else the part's name."""
        if self.written is None:
            return Span("")
        return self.written.key(field) or self.place

    @property
    def file(self) -> str:
        """The path of the file it is written in."""
        return self.written.document.path if self.written else ""

    @property
    def place(self) -> Span:
        """Where the part stands: at its written id, else at its name, else at its first key."""
        if self.written is None:
            return Span("")
        for key in ("id", *self.NAMED_BY):
            found = self.written.value(key)
            if found:
                return found
        return self.written.start()

    def wrote_answer(self, field: str) -> bool:
        """Whether a question was answered, be it with something that a finding refuses.

        A placeholder such as TBD is no answer; a 0 is one.
        """
        if self.refused and field in self.refused:
            return True
        answer = getattr(self, field)
        if isinstance(answer, str):
            return bool(answer) and not is_placeholder(answer)
        if isinstance(answer, tuple):
            return bool(answer) and not says_nothing(answer)
        return bool(answer) or (answer is not False and answer == 0)


def says_nothing(answer: Raw) -> bool:
    """Whether an answer, or each of several, is a placeholder such as `?` or TBD."""
    if type(answer) is str:
        return is_placeholder(answer)
    return type(answer) is tuple and bool(answer) and all(map(says_nothing, answer))


def is_many(annotation: object) -> bool:
    """Whether a field's type is a list of any length, `tuple[X, ...]`, or that or nothing."""
    union = get_origin(annotation) in {Union, UnionType}
    options = get_args(annotation) if union else (annotation,)
    return any(get_origin(o) is tuple and get_args(o)[-1:] == (...,) for o in options)


def _inner_metadata(annotation: object) -> list[object]:
    """The marks inside `tuple[Annotated[str, mark], ...]`."""
    found: list[object] = []
    for option in get_args(annotation):
        found += [*getattr(option, "__metadata__", ()), *_inner_metadata(option)]
    return found
