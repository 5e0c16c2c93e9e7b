"""Write data as YAML the way people lay it out: blocks, with what is short on one line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

Node: TypeAlias = "str | int | float | bool | Sequence[Node] | Mapping[str, Node]"
Item: TypeAlias = dict[str, Node]

_WIDTH = 64
# Dates are quoted although cxmap does not ask for it: readers of YAML 1.1 would make them dates,
# a schema would refuse those, and a contestant that fails early is not one to compare with.
_NOT_TEXT = re.compile(r"(true|false|null|yes|no|on|off|[\d.:]+|\d{4}-\d\d-\d\d)\Z")
_PLAIN = re.compile(r"\w(?!.*(: | #|[:\s]\Z)).*\Z")


def document(data: Item) -> str:
    """The whole text of a file; an empty list or mapping cannot occur."""
    return "".join(f"{line}\n" for line in _block(data))


def _block(value: Mapping[str, Node] | Sequence[Node]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entry(f"{key}:", item)
    else:
        for item in value:
            yield from _entry("-", item)


def _entry(start: str, value: Node) -> Iterator[str]:
    """A key or a dash with what it holds: on its line where that is short, else below it."""
    if isinstance(value, str) and "\n" in value:
        yield f"{start} |"
        yield from (f"  {line}" for line in value.splitlines())
    elif (flow := _flow(value)) is not None:
        yield f"{start} {flow}"
    elif isinstance(value, Mapping | Sequence):
        lines = (f"  {line}" for line in _block(value))
        yield f"{start} {next(lines).strip()}" if start == "-" else start
        yield from lines


def _flow(value: Node, *, inside: bool = False) -> str | None:
    """The value on one line, or None for a list or mapping that would be too long for it."""
    if isinstance(value, str):
        return _scalar(value, inside=inside)
    if isinstance(value, Mapping):
        pairs = ((f"{key}: ", _flow(item, inside=True)) for key, item in value.items())
        return _short("{", pairs, "}")
    if isinstance(value, Sequence):
        return _short("[", (("", _flow(item, inside=True)) for item in value), "]")
    return json.dumps(value)


def _short(start: str, parts: Iterable[tuple[str, str | None]], end: str) -> str | None:
    known: list[str] = []
    for key, text in parts:
        if text is None or sum(map(len, known)) > _WIDTH:
            return None
        known.append(key + text)
    line = f"{start}{', '.join(known)}{end}"
    return line if len(line) <= _WIDTH else None


def _scalar(text: str, *, inside: bool) -> str:
    plain = _PLAIN.match(text) and not _NOT_TEXT.match(text)
    if plain and not (inside and re.search(r"[,\[\]{}]", text)):
        return text
    return json.dumps(text, ensure_ascii=False)
