"""Touchpoints of one line written out."""

from dataclasses import replace

from cxmap.model import line
from cxmap.model.touchpoint import Touchpoint
from cxmap.schema.keys import keys_of
from cxmap.writing.nodes import Entry, Group, Node, Scalar, Sheet
from cxmap.writing.scalars import as_scalar


def expand(sheet: Sheet) -> Sheet:
    """The same file with a key for each answer of a one-line touchpoint."""
    root = sheet.root
    if not any(entry.key and entry.key.value == "journey" for entry in root.entries):
        return sheet
    return replace(sheet, root=_inside(root, ("stages", "touchpoints")))


def _inside(group: Group, way: tuple[str, ...]) -> Group:
    entries = [
        replace(entry, value=_held(entry.value, way[1:]))
        if entry.key and entry.key.value == way[0]
        else entry
        for entry in group.entries
    ]
    return replace(group, entries=tuple(entries))


def _held(value: Node, way: tuple[str, ...]) -> Node:
    if isinstance(value, Scalar):
        return _touchpoint(value) if not way and value.value else value
    if not value.is_list:
        return _inside(value, way) if way else value
    entries = tuple(replace(entry, value=_held(entry.value, way)) for entry in value.entries)
    written_out = not way and any(isinstance(entry.value, Scalar) for entry in value.entries)
    return replace(value, entries=entries, lines=0 if written_out else value.lines)


def _touchpoint(written: Scalar) -> Group:
    answers = line.split(written.value)
    beside = written.beside
    if written.is_block and "#" in written.lines[0]:  # the comment beside its `|`
        beside = "  #" + written.lines[0].partition("#")[2]
    keys = [key.name for key in keys_of(Touchpoint) if key.name in answers]
    return Group(
        is_list=False,
        entries=tuple(
            Entry(
                Scalar(as_scalar(answers[key].text), beside="" if n else beside),
                Scalar(key, key),
            )
            for n, key in enumerate(keys)
        ),
    )
