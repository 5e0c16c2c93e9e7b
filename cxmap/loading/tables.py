"""Settings that are a mapping by name: how strict a rule is, what a file is spared, and so on."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import PlainValidator

from cxmap.finding import Severity
from cxmap.loading.globs import is_glob
from cxmap.model.coverage import QUESTIONS
from cxmap.model.journey import Stage
from cxmap.model.numbers import NUMBER_AS_TEXT, Whole, read_number
from cxmap.model.refused import bad_value, choose, need_text, not_a_mapping
from cxmap.model.takes import TEXT, Takes
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.packed import Raw
from cxmap.words import cut

SEVERITIES = tuple(severity.word for severity in Severity)
LEVELS = ("loss", "risk", "gain", "note")
"""How much a change weighs for the customer, worst first."""

COLUMNS = (
    "stage",
    *Touchpoint.KEYS,
    *(f"stage.{key}" for key in Stage.KEYS if key not in {"name", "touchpoints"}),
)
"""What a column of a list of touchpoints can hold: the stage's name, a touchpoint's keys, and
`stage.goal` and the like."""


def _mapping(raw: Raw, noun: str, example: str) -> dict[str, Raw]:
    """What is written under each name; an empty value is as if left out."""
    if not isinstance(raw, dict):
        raise not_a_mapping(noun, example, raw)
    return {k: v for k, v in raw.items() if isinstance(k, str) and v is not None}


def _choices(table: Mapping[str, Raw], choices: tuple[str, ...]) -> Mapping[str, str]:
    for name, value in table.items():
        if need_text(value) not in choices:
            raise choose(value, choices, route=(name,))
    return table


def _severities(raw: Raw) -> Mapping[str, str]:
    table = _mapping(raw, "severity", "{touchpoint-without-timeline: error}")
    return _choices(table, SEVERITIES)


def _levels(raw: Raw) -> Mapping[str, str]:
    return _choices(_mapping(raw, "levels", "{owner-changed: note}"), LEVELS)


def _glob(raw: Raw) -> str:
    text = need_text(raw)
    if not is_glob(text):
        raise bad_value(f"`{cut(text)}` is no pattern for files", hint="such as `archive/**`")
    return text


def _globs(raw: Raw) -> Mapping[str, tuple[str, ...]]:
    table = _mapping(raw, "per_file", '{"journeys/legacy/**": [touchpoint-without-measure]}')
    return {_glob(glob): _texts(value) for glob, value in table.items()}


def _texts(raw: Raw) -> tuple[str, ...]:
    return tuple(need_text(item) for item in (raw if isinstance(raw, list) else [raw]))


def _options(raw: Raw) -> Mapping[str, Mapping[str, Any]]:
    example = "{crowded-stage: {most: 12}}"
    table = _mapping(raw, "options", example)
    return {rule: _mapping(options, "options", example) for rule, options in table.items()}


def _headers(raw: Raw) -> Mapping[str, tuple[str, ...]]:
    table = _mapping(raw, "columns", "{who: Squad}")
    for key in raw:  # with those that have nothing written under them
        if isinstance(key, str) and key not in COLUMNS and not key.startswith("x-"):
            raise choose(key, COLUMNS)
    return {key: _texts(value) for key, value in table.items()}


def _floors(raw: Raw) -> Mapping[str, float]:
    table = _mapping(raw, "coverage", "{who: 100, when: 90}")
    for question in raw:
        if isinstance(question, str) and question not in QUESTIONS:
            raise choose(question, QUESTIONS)
    floors = {}
    for question, value in table.items():
        number = read_number(value.removesuffix("%")) if isinstance(value, str) else None
        if number is None or not 0 <= number <= 100:
            raise bad_value(
                f"`{cut(str(value))}` is not a percentage", hint="write 0 to 100", route=(question,)
            )
        floors[question] = number
    return floors


def _conditions(raw: Raw) -> Raw:
    """What they mean hangs on the rule's subject, and is for `lint` to say."""
    for item in raw if isinstance(raw, list) else [raw]:
        if not isinstance(item, dict):
            raise not_a_mapping("condition", "{how: letter}", item)
    return raw


_COUNT = Whole(0, 10_000)


def _two_counts(raw: Raw) -> tuple[int, int]:
    if isinstance(raw, list) and len(raw) == 2:
        low, high = (_COUNT(item) for item in raw)
        if low <= high:
            return low, high
    raise bad_value("this takes two numbers, the least and the most", hint="write `[10, 20]`")


def _table(words: str, *shapes: Mapping[str, Any]) -> Takes:
    values = {"anyOf": [*shapes, {"$ref": "#/$defs/empty"}]}
    return Takes(words, {"type": "object", "additionalProperties": values})


_PERCENT = rf"{NUMBER_AS_TEXT.removesuffix('$')}%?\s*$"
_SHARE = ({"type": "number", "minimum": 0, "maximum": 100}, {"type": "string", "pattern": _PERCENT})
_EMPTY = {"$ref": "#/$defs/empty"}

Conditions = Annotated[
    Any,
    PlainValidator(_conditions),
    Takes(
        "conditions on fields, or a list of which any will do",
        {"anyOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}]},
    ),
]
Severities = Annotated[
    Mapping[str, str],
    PlainValidator(_severities),
    _table("a severity by rule", {"enum": list(SEVERITIES)}),
]
Levels = Annotated[
    Mapping[str, str],
    PlainValidator(_levels),
    _table("a level by kind of change", {"enum": list(LEVELS)}),
]
Glob = Annotated[
    str, PlainValidator(_glob), Takes("a file, or a pattern such as `archive/**`", TEXT.schema)
]
Globs = Annotated[
    Mapping[str, tuple[str, ...]],
    PlainValidator(_globs),
    _table("rules by file", TEXT.schema, {"type": "array", "items": TEXT.schema}),
]
Headers = Annotated[
    Mapping[str, tuple[str, ...]],
    PlainValidator(_headers),
    Takes(
        "a header, or a list of them, by key",
        {
            "type": "object",
            "propertyNames": {"anyOf": [{"enum": list(COLUMNS)}, {"pattern": "^x-"}]},
            "additionalProperties": {
                "anyOf": [TEXT.schema, {"type": "array", "items": TEXT.schema}, _EMPTY]
            },
        },
    ),
]
Options = Annotated[
    Mapping[str, Mapping[str, Any]],
    PlainValidator(_options),
    _table("options by rule", {"type": "object"}),
]
Floors = Annotated[
    Mapping[str, float],
    PlainValidator(_floors),
    Takes(
        "a percentage by question",
        {
            "type": "object",
            "properties": {question: {"anyOf": [*_SHARE, _EMPTY]} for question in QUESTIONS},
            "additionalProperties": False,
        },
    ),
]
TwoCounts = Annotated[
    tuple[int, int],
    PlainValidator(_two_counts),
    Takes(
        "two numbers, the least and the most",
        {"type": "array", "minItems": 2, "maxItems": 2, "items": _COUNT.takes.schema},
    ),
]
