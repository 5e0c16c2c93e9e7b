"""A new item as text, from answers somebody gave."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from cxmap.errors import CxmapError
from cxmap.model.fields import YesNo
from cxmap.model.part import Part, Refers
from cxmap.schema.keys import Key, keys_of, short_form
from cxmap.source.parse import parse
from cxmap.words import did_you_mean, listed
from cxmap.writing.layout import WIDTH
from cxmap.writing.scalars import as_scalar

_YES_NO = get_args(YesNo)[-1]
_TRUTH = {"yes": "true", "y": "true", "no": "false", "n": "false"}

Answers = Mapping[str, Sequence[str]]
"""What was answered, by key; `respond.who` is a key of the part in `respond`. Several answers make
a list; one that begins with `{` or `[` is taken as YAML."""


def split_answer(part: type[Part], key: str, answer: str) -> list[str]:
    """One answer as somebody types it, as several where the key takes several.

    Names are parted with commas; sentences, which hold commas, with semicolons.
    """
    found = find_key(part, key)
    if found and _YES_NO in found.answers:
        return [_TRUTH.get(answer.strip().lower(), answer.strip())]
    if found is None or not found.many or _is_yaml(answer):
        return [answer.strip()]
    mark = "," if any(isinstance(a, Refers) for a in found.answers) else ";"
    return [piece for piece in map(str.strip, answer.split(mark)) if piece]


def find_key(part: type[Part], name: str) -> Key | None:
    """The key of a part; None for one of the user's own.

    Raises:
        CxmapError: the part has no such key; the text names the nearest.
    """
    name, _, inner = name.partition(".")
    keys = {key.name: key for key in keys_of(part)}
    if name.startswith("x-"):
        return None
    if name not in keys:
        guess = did_you_mean(name, keys) or f", which takes {listed(list(keys), 40)}"
        raise CxmapError(f"there is no `{name}` in a {part.noun()}{guess}")
    held = _part_of(keys[name])
    return find_key(held, inner) if inner and held else keys[name]


class Item(NamedTuple):
    """An item as text.

    Attributes:
        lines: key by key, from column 0.
        line: the same in braces on one line; empty where it holds more than that can show.
    """

    lines: list[str]
    line: str


def write_item(part: type[Part], answers: Answers) -> Item:
    """An item as text, its keys in the order of the model."""
    lines: list[str] = []
    pairs: list[str] = []
    whole = True
    for name in _in_order(part, answers):
        inner = {
            key.partition(".")[2]: values
            for key, values in answers.items()
            if key.startswith(f"{name}.")
        }
        key = find_key(part, name)
        held = _part_of(key) if key else None
        if inner and held:
            values = [f"{k}: {_value(inner[k], bracket=True)}" for k in _in_order(held, inner)]
            pairs.append(f"{name}: {{{', '.join(values)}}}")
            lines.append(pairs[-1])
        else:
            pairs.append(f"{name}: {_value(answers[name], bracket=True)}")
            only = held if key and len(key.answers) == 1 else None
            written = _pair(name, answers[name], only)
            whole = whole and len(written) == 1
            lines += written
    return Item(lines, f"{{{', '.join(pairs)}}}" if whole else "")


def _in_order(part: type[Part], answers: Answers) -> list[str]:
    names = {key.partition(".")[0] for key in answers}
    keys = [key.name for key in keys_of(part) if key.name in names]
    return keys + [name for name in answers if name.startswith("x-")]


def _part_of(key: Key) -> type[Part] | None:
    return next((answer for answer in key.answers if isinstance(answer, type)), None)


def _pair(name: str, values: Sequence[str], held: type[Part] | None) -> list[str]:
    if held is not None and held.NAMED_BY and not short_form(held):
        return [f"{name}:", *(f"  - {held.NAMED_BY[0]}: {as_scalar(value)}" for value in values)]
    line = f"{name}: {_value(values)}"
    if len(values) == 1 or len(line) <= WIDTH - 10:
        return [line]
    return [f"{name}:", *(f"  - {_written(value)}" for value in values)]


def _value(values: Sequence[str], *, bracket: bool = False) -> str:
    if len(values) == 1:
        return _written(values[0], bracket=bracket)
    return "[" + ", ".join(_written(value, bracket=True) for value in values) + "]"


def _written(value: str, *, bracket: bool = False) -> str:
    return value if _is_yaml(value) else as_scalar(value, in_brackets=bracket)


def _is_yaml(value: str) -> bool:
    value = value.strip()
    if not value.startswith(("{", "[")) or "\n" in value:
        return False
    parsed = parse(f"- {value}\n")
    return not parsed.problems and isinstance(parsed.data, list) and len(parsed.data) == 1
