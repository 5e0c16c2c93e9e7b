"""The order of keys, as the models have it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from cxmap.loading import remarks
from cxmap.model.file import SECTIONS, MapFile
from cxmap.model.journey import BESIDE, Journey
from cxmap.model.part import Part
from cxmap.schema.keys import keys_of
from cxmap.writing.nodes import Entry, Group, Node, Scalar, Sheet

_LAST = len(Journey.KEYS) + 1  # sections stay in the order in which somebody told them


@cache
def _parts(part: type[Part]) -> Mapping[str, type[Part]]:
    """The parts that a part holds, by key."""
    found = {}
    for key in keys_of(part):
        for answer in key.answers:
            if isinstance(answer, type):
                found[key.name] = answer
    return found


@cache
def _order(part: type[Part]) -> Mapping[str, int]:
    """The place of each key of a part."""
    if part is MapFile:
        return {"cxmap": 0} | dict.fromkeys(SECTIONS[1:], _LAST)
    if part is Journey:
        keys = [key.name for key in keys_of(Journey)]
        return dict(_order(MapFile)) | {key: n for n, key in enumerate(keys, 1)}
    return {key.name: n for n, key in enumerate(keys_of(part))}


def arrange(sheet: Sheet, part: type[Part]) -> Sheet:
    """The same file with the keys of every part in the order of the model.

    A key that the model does not have stays behind the key that it stands behind, and sections
    stay in the order in which they are.

    Args:
        sheet: the file.
        part: what it holds: a file of maps, or settings.
    """
    root = sheet.root
    keys = {entry.key.value for entry in root.entries if entry.key}
    if part is MapFile and "journey" in keys:
        part = Journey
    header, root = _header(root)
    arranged = _arranged(root, part)
    entries = list(arranged.entries)
    if header and entries:
        entries[0] = replace(entries[0], above=(*header, *entries[0].above))
    return replace(sheet, root=replace(arranged, entries=tuple(entries)))


def _header(root: Group) -> tuple[tuple[str, ...], Group]:
    """What stands at the top of a file is about the file, up to a blank line if there is one."""
    if not root.entries:
        return (), root
    first = root.entries[0]
    end = max((n for n, line in enumerate(first.above, 1) if not line), default=len(first.above))
    if end and not any(first.above[:end]):
        end = len(first.above)
    below = replace(first, above=first.above[end:])
    return first.above[:end], replace(root, entries=(below, *root.entries[1:]))


def _arranged(node: Group, part: type[Part] | None) -> Group:
    if node.is_list:
        return replace(node, entries=tuple(_item(entry, part) for entry in node.entries))
    parts = _all_parts(part)
    entries = [
        _with_value(e, _inside(e.value, parts.get(e.key.value if e.key else "")))
        for e in node.entries
    ]
    if part is not None:
        entries = _sorted(entries, _order(part))
    return replace(node, entries=tuple(entries))


def _all_parts(part: type[Part] | None) -> Mapping[str, type[Part]]:
    if part is None:
        return {}
    if part is Journey:
        beside = {key: held for key, held in _parts(MapFile).items() if key in BESIDE}
        return {**beside, **_parts(Journey)}
    return _parts(part)


def _with_value(entry: Entry, value: Node) -> Entry:
    return entry if value is entry.value else replace(entry, value=value)


def _inside(value: Node, part: type[Part] | None) -> Node:
    return _arranged(value, part) if isinstance(value, Group) else value


def _item(entry: Entry, part: type[Part] | None) -> Entry:
    """An item of a list; comments above its first key are above the item."""
    if isinstance(entry.value, Scalar):
        return entry
    first = entry.value.entries[0] if entry.value.entries else None
    value = _arranged(entry.value, part)
    if entry.value.in_brackets:
        return replace(entry, value=value)
    above = list(entry.above)
    entries = list(value.entries)
    if first is not None and not value.is_list:
        for number, moved in enumerate(entries[1:], 1):
            if moved.key == first.key:
                remark, entries[number] = _without_remark(moved)
                above += [remark] if remark else []
    if entries:
        above += filter(None, entries[0].above)
        entries[0] = replace(entries[0], above=())
    return replace(entry, above=tuple(above), value=replace(value, entries=tuple(entries)))


def _without_remark(entry: Entry) -> tuple[str, Entry]:
    """A remark on the line of an item is about the item, and not about the key that was there."""
    if remarks.is_one(entry.beside.lstrip()):
        return entry.beside.lstrip(), replace(entry, beside="")
    if remarks.is_one(entry.value.beside.lstrip()):
        return entry.value.beside.lstrip(), replace(entry, value=replace(entry.value, beside=""))
    return "", entry


def _sorted(entries: Iterable[Entry], order: Mapping[str, int]) -> list[Entry]:
    groups: list[tuple[int, list[Entry]]] = [(-1, [])]
    for entry in entries:
        place = order.get(entry.key.value if entry.key else "")
        if place is None:
            groups[-1][1].append(entry)
        else:
            groups.append((place, [entry]))
    groups.sort(key=lambda group: group[0])
    return [entry for _, group in groups for entry in group]
