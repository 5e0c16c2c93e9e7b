"""An inventory written as a new map, in the layout that `fmt` has."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cxmap.inventory.inventory import Answers, Inventory, Stage
from cxmap.inventory.naming import Declared
from cxmap.model.journey import Stage as StagePart
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.schema.keys import keys_of
from cxmap.source.packed import Raw
from cxmap.words import slug
from cxmap.writing.scalars import as_scalar

_WIDTH = 100


def new_map(inventory: Inventory, declared: Declared) -> str:
    """The text of a file that holds an inventory.

    Args:
        inventory: the stages and touchpoints, with the journey's id.
        declared: what the file has to declare so that all it names is known.
    """
    head: dict[str, Raw] = {"journey": inventory.journey}
    if inventory.title and inventory.title != inventory.journey:
        head["title"] = inventory.title
    if inventory.state == "target":
        head["state"] = "target"
    lines = [*_pairs(head, 0)]
    lines += _section("customers", declared.customers)
    lines.append("stages:" if inventory.stages else "stages: []")
    for stage in inventory.stages:
        lines += stage_lines(stage, 2)
    for name, items in declared.sections():
        lines += _section(name, items)
    return "\n".join(lines) + "\n"


def stage_lines(stage: Stage, indent: int) -> list[str]:
    """The lines of a stage as an item of a list, with its touchpoints."""
    about = without_derived_id(stage.answers, "name")
    inside = [line for t in stage.touchpoints for line in touchpoint_lines(t, indent + 4)]
    held = {**about, "touchpoints": None} if inside else about
    lines: list[str] = []
    for key, value in in_order(held, StagePart).items():
        if key == "touchpoints":
            lines += [f"{' ' * (indent + 2)}touchpoints:", *inside]
        else:
            lines += pair(key, value, indent + 2)
    return _as_item(lines, indent)


def touchpoint_lines(touchpoint: Answers, indent: int) -> list[str]:
    """The lines of one touchpoint as an item of a list."""
    about = in_order(without_derived_id(touchpoint, "what"), Touchpoint)
    return _as_item(list(_pairs(about, indent + 2)), indent)


def without_derived_id(answers: Answers, name: str) -> Answers:
    """Answers without an id that is the slug of the name, which need not be written."""
    if answers.get("id") == slug(str(answers.get(name, ""))):
        return {key: value for key, value in answers.items() if key != "id"}
    return answers


def in_order(answers: Answers, part: type[Part]) -> Answers:
    """Answers in the order in which `fmt` has their keys, own keys last."""
    order = {key.name: number for number, key in enumerate(keys_of(part))}
    return dict(sorted(answers.items(), key=lambda pair: order.get(pair[0], len(order))))


def inline(value: Raw, *, in_brackets: bool = False) -> str:
    """A value on one line."""
    match value:
        case dict():
            inside = ", ".join(
                f"{as_scalar(key, in_brackets=True)}: {inline(inner, in_brackets=True)}"
                for key, inner in value.items()
            )
            return f"{{{inside}}}"
        case list():
            return f"[{', '.join(inline(item, in_brackets=True) for item in value)}]"
        case None:
            return "null"
    return as_scalar(str(value), in_brackets=in_brackets)


def in_json(text: str) -> str:
    """A text in double quotes, whether it needs them or not."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in written)


def pair(key: str, value: Raw, indent: int) -> list[str]:
    """A key with its value: on one line, or a list item by item where that is too long."""
    start = f"{' ' * indent}{as_scalar(key)}:"
    line = f"{start} {inline(one_or_many(value))}"
    if not isinstance(value, list) or len(line) <= _WIDTH or len(value) < 2:
        return [line]
    return [start, *(f"{' ' * (indent + 2)}- {inline(item)}" for item in value)]


def one_or_many(value: Raw) -> Raw:
    """A list of one text is written as that text."""
    single = isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)
    return value[0] if single else value


def _pairs(answers: Mapping[str, Raw], indent: int) -> Iterator[str]:
    for key, value in answers.items():
        yield from pair(key, value, indent)


def _as_item(lines: Sequence[str], indent: int) -> list[str]:
    first, *rest = lines
    return [f"{' ' * indent}- {first.lstrip(' ')}", *rest]


def _section(name: str, items: Iterable[Answers]) -> list[str]:
    lines = [f"  - {inline(dict(item))}" for item in items]
    return [f"{name}:", *lines] if lines else []
