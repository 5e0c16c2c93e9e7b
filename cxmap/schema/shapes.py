"""Keys and parts as JSON Schema, in a shape from which editors complete best.

A list that may also be one value has its `items` beside the alternatives, so that an editor begins
it with a hyphen; what an empty value looks like is said by what it is not, so that no editor offers
`null`; and words that are known stand before free text, so that they are offered and never forced.
"""

from collections.abc import Collection, Mapping
from typing import Any

from cxmap.model.part import Part, Refers
from cxmap.model.takes import TEXT, Takes
from cxmap.schema.keys import (
    Answer,
    Choices,
    Key,
    first_line,
    keys_of,
    kinds_of,
    names_of,
    short_form,
)
from cxmap.words import slug

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_NO_TEXT = {"not": {"type": ["array", "object", "null"]}}
EMPTY: Schema = {"$ref": "#/$defs/empty"}
SHARED: Mapping[str, Schema] = {
    "empty": {"not": {"type": ["array", "boolean", "number", "object", "string"]}},
    "text": {"anyOf": [{"type": "string"}, _NO_TEXT]},
    "texts": {"anyOf": [{"type": "string"}, {"not": {"type": "object"}, "items": _NO_TEXT}]},
}
"""What other schemas point at: nothing; one text; and texts, one or many or none."""

_TEXTS = {"$ref": "#/$defs/texts"}


def part_schema(part: type[Part], offered: Collection[str]) -> Schema:
    """A part as an object that has its keys, the user's own ones, and no others.

    Args:
        part: the part.
        offered: the kinds of items whose ids are known, see `known`.
    """
    keys = keys_of(part)
    needed = [key.name for key in keys if key.needed]
    names = [{"required": [name]} for name in names_of(part)]
    return {
        "type": "object",
        "description": first_line(part.__doc__),
        "properties": {key.name: key_schema(key, offered) for key in keys},
        "patternProperties": {"^x-": {"description": "a key of your own"}},
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
        **({"anyOf": names} if names else {}),
    }


def key_schema(key: Key, offered: Collection[str]) -> Schema:
    """What a key takes; an empty value is as good as none, where the key is not needed."""
    schema: Schema = {"description": key.meaning}
    if key.usual is not None:
        schema["default"] = key.usual
    values = [shape for answer in key.answers for shape in _shapes(answer, offered)]
    if not key.many:
        values += [] if key.needed else [EMPTY]
        return schema | (values[0] if len(values) == 1 else {"anyOf": values})
    *known, last = values
    if last == TEXT.schema and all(isinstance(a, Takes | Refers) for a in key.answers):
        lists = [{"type": "array", "items": shape} for shape in known]
        return schema | ({"anyOf": [*known, *lists, _TEXTS]} if known else _TEXTS)
    one = last if not known else {"anyOf": values}
    return schema | {"items": one, "anyOf": [{"type": "array"}, *values, EMPTY]}


def part_name(part: type[Part]) -> str:
    """What the definition of a part is called."""
    return slug(part.KIND)


def known_name(kind: str) -> str:
    """What the definition of the known ids of a kind is called."""
    return f"known-{kind}"


def _shapes(answer: Answer, offered: Collection[str]) -> list[Schema]:
    if isinstance(answer, Takes):
        told = {} if answer is TEXT else {"errorMessage": f"this takes {answer.words}"}
        return [dict(answer.schema) | told]  # editors show the words instead of a pattern
    if isinstance(answer, Choices):
        return [words(answer.words, answer.meanings)]
    if isinstance(answer, Refers):
        kinds = [kind for kind in kinds_of(answer) if kind in offered]
        known = [{"$ref": f"#/$defs/{known_name(kind)}"} for kind in kinds]
        return [*known, dict(TEXT.schema)]
    part = {"$ref": f"#/$defs/{part_name(answer)}"}
    line = short_form(answer)
    return [part, {"description": line, **TEXT.schema}] if line else [part]


def words(choices: Collection[str], meanings: Collection[str]) -> Schema:
    """One of some words, with what each means where that is known; editors show it beside them."""
    schema: Schema = {"enum": list(choices)}
    return schema | {"enumDescriptions": list(meanings)} if any(meanings) else schema


def record(properties: dict[str, Schema]) -> Schema:
    """An object with these keys, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
