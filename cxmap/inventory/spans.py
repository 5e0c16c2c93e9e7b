"""Where the answers of a map stand in its text, and the edits that put others there."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from cxmap.inventory.inventory import Answers
from cxmap.inventory.yamltext import in_order, inline, one_or_many
from cxmap.model.part import Part
from cxmap.schema.keys import keys_of
from cxmap.source.editing import Range
from cxmap.source.packed import Raw
from cxmap.writing.scalars import as_scalar

_COMMENT = re.compile(r"(?m)(?:^|\s)#")


def compose(text: str) -> yaml.MappingNode:
    """The nodes of a text that was read before, each with its place."""
    loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    node: Any = yaml.compose(text, Loader=loader)
    return node if isinstance(node, yaml.MappingNode) else yaml.MappingNode("", [])


def value_of(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    """The value of a key of a mapping."""
    return next((v for k, v in node.value if k.value == key), None)


def end_of(node: yaml.Node, text: str) -> int:
    """Where a node ends: at its last text, since a block goes on to whatever comes next."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def edits(
    node: yaml.Node, old: Answers, new: Answers, part: type[Part], text: str
) -> Iterator[Range | str]:
    """The edits that give a mapping, or a line that stands for one, other answers.

    Args:
        node: where it stands.
        old: its answers.
        new: those that are to be other.
        part: what it is.
        text: the whole text.

    Returns:
        stretches to write anew, and the keys that have to be left to a person.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in in_order(new, part).items():
            yield _edit(node, key, value, part, text)
    elif not isinstance(node, yaml.ScalarNode) or node.style in {"|", ">"}:
        yield from new
    else:
        answers = in_order({k: v for k, v in {**old, **new}.items() if k in new or k != "id"}, part)
        indent = " " * node.start_mark.column
        lines = [f"{as_scalar(k)}: {inline(one_or_many(v))}" for k, v in answers.items()]
        yield node.start_mark.index, end_of(node, text), f"\n{indent}".join(lines)


def _edit(node: yaml.MappingNode, key: str, value: Raw, part: type[Part], text: str) -> Range | str:
    pairs = node.value
    flow = bool(node.flow_style)
    written = inline(one_or_many(value), in_brackets=flow)
    for name, held in pairs:
        if name.value == key:
            start, end = name.end_mark.index, end_of(held, text)
            colon = text.index(":", start)
            if end <= colon:
                return colon + 1, colon + 1, f" {written}"
            if not isinstance(held, yaml.ScalarNode) and _COMMENT.search(text[colon:end]):
                return key
            return colon + 1, end, f" {written}"
    if flow:
        last = end_of(pairs[-1][1], text)
        return last, last, f", {as_scalar(key, in_brackets=True)}: {written}"
    order = {k.name: number for number, k in enumerate(keys_of(part))}
    mine = order.get(key, len(order))
    before = [pair for pair in pairs if order.get(pair[0].value, len(order)) < mine] or pairs[:1]
    after = max(max(end_of(v, text), k.end_mark.index) for k, v in before)
    line_end = text.find("\n", after)
    place = len(text) if line_end < 0 else line_end
    place -= text[:place].endswith("\r")
    return place, place, f"\n{' ' * pairs[0][0].start_mark.column}{as_scalar(key)}: {written}"
