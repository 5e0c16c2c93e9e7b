"""Bringing a map up to date with a list: what the list says is put in, and all else stays."""

from collections.abc import Iterable
from typing import NamedTuple

import yaml

from cxmap.errors import CxmapError
from cxmap.inventory import cells
from cxmap.inventory.inventory import Answers, Inventory, Stage
from cxmap.inventory.naming import Declared
from cxmap.inventory.spans import compose, edits, value_of
from cxmap.inventory.yamltext import inline, stage_lines, touchpoint_lines
from cxmap.model.journey import Stage as StagePart
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.editing import Range, edited
from cxmap.words import count, quoted, slug
from cxmap.writing.inserting import insert
from cxmap.writing.item import Item

_HELD_BACK = "cannot be changed by a program where it stands: please write it by hand"


class Updated(NamedTuple):
    """The text of the map as it will be, and what there is to say about it."""

    text: str
    notes: tuple[str, ...]


def update(text: str, current: Inventory, listed: Inventory, declared: Declared) -> Updated:
    """Put what a list says into a map; touchpoints and stages are found by their ids.

    Answers that the list does not have, comments and the layout stay as they are, and so do
    touchpoints that the list does not have.

    Args:
        text: the map, which can be read.
        current: its inventory.
        listed: what the list says.
        declared: what the map has to declare besides.

    Raises:
        CxmapError: the map is written in a way that nothing can be put into by a program.
    """
    notes: list[str] = []
    changed = edited(text, _changes(text, current, listed, notes))
    whole = _with_new(changed, current, listed, notes)
    for section, items in (*declared.sections(), ("customers", declared.customers)):
        for item in items:
            lines = [f"{key}: {inline(value)}" for key, value in item.items()]
            whole = insert(whole, (section,), Item(lines, inline(dict(item)))).text
    return Updated(whole, tuple(notes))


def _changes(text: str, current: Inventory, listed: Inventory, notes: list[str]) -> Iterable[Range]:
    here = {t["id"]: (t, stage) for stage in listed.stages for t in stage.touchpoints}
    stages = {stage.answers["id"]: stage for stage in listed.stages}
    ranges: list[Range] = []
    for stage, node in zip(current.stages, _items(compose(text), "stages"), strict=True):
        said = stages.get(stage.answers["id"])
        if said is not None:
            ranges += _asked(node, stage.answers, said.answers, StagePart, text, notes)
        inside = _items(node, "touchpoints") if isinstance(node, yaml.MappingNode) else []
        for touchpoint, place in zip(stage.touchpoints, inside, strict=True):
            found = here.get(touchpoint["id"])
            if found is None:
                continue
            ranges += _asked(place, touchpoint, found[0], Touchpoint, text, notes)
            if found[1].answers["id"] != stage.answers["id"]:
                name = quoted(str(touchpoint.get("what", "")))
                other = quoted(str(found[1].answers.get("name", "")))
                notes.append(f"{name} is in {other} in the list; it stays in its stage in the map")
    missing = [t for t in current.touchpoints() if t["id"] not in here]
    if missing:
        they = "it stays" if len(missing) == 1 else "they stay"
        notes.append(f"{count(len(missing), 'touchpoint')} of the map not in the list: {they}")
    return _together(ranges)


def _together(ranges: Iterable[Range]) -> list[Range]:
    """Texts that are put into one place become one, in their order."""
    found: dict[tuple[int, int], str] = {}
    for start, end, new in ranges:
        found[start, end] = found.get((start, end), "") + new
    return [(start, end, new) for (start, end), new in found.items()]


def _items(node: yaml.MappingNode, key: str) -> list[yaml.Node]:
    held = value_of(node, key)
    if held is None or (isinstance(held, yaml.ScalarNode) and not held.value):
        return []
    items = held.value if isinstance(held, yaml.SequenceNode) else [held]
    return [item for item in items if not (isinstance(item, yaml.ScalarNode) and not item.value)]


def _asked(
    node: yaml.Node, old: Answers, new: Answers, part: type[Part], text: str, notes: list[str]
) -> Iterable[Range]:
    """The edits for answers that the list has otherwise."""
    prefix = "stage." if part is StagePart else ""
    other = {
        key: value
        for key, value in new.items()
        if key != "id" and not _is_same(prefix + key, value, old.get(key))
    }
    name = part.NAMED_BY[0]
    written = isinstance(node, yaml.MappingNode) and value_of(node, "id") is not None
    if name in other and not written and slug(str(other[name])) != old["id"]:
        other = {"id": old["id"], **other}
    for edit in edits(node, old, other, part, text) if other else ():
        if isinstance(edit, str):
            notes.append(f"`{edit}` of {quoted(str(old.get(name, '')))} {_HELD_BACK}")
        else:
            yield edit


def _is_same(key: str, one: object, other: object) -> bool:
    return other is not None and cells.write(key, one) == cells.write(key, other)


def _with_new(text: str, current: Inventory, listed: Inventory, notes: list[str]) -> str:
    """The text with the stages and touchpoints that the map does not have, in their places."""
    order = [str(stage.answers["id"]) for stage in current.stages]
    inside = {str(s.answers["id"]): [str(t["id"]) for t in s.touchpoints] for s in current.stages}
    known = {identity for ids in inside.values() for identity in ids}
    stages = touchpoints = 0
    after: int | None = None
    for stage in listed.stages:
        name = str(stage.answers["id"])
        fresh = [t for t in stage.touchpoints if t["id"] not in known]
        if name not in order:
            new = Stage(stage.answers, tuple(fresh))
            lines = [line[2:] for line in stage_lines(new, 0)]
            place = None if after is None or after == len(order) - 1 else after
            text = insert(text, ("stages",), Item(lines, ""), after=place, spaced=False).text
            after = len(order) if place is None else place + 1
            order.insert(after, name)
            inside[name] = [str(t["id"]) for t in fresh]
            stages, touchpoints = stages + 1, touchpoints + len(fresh)
            continue
        after = order.index(name)
        last: int | None = None
        for touchpoint in stage.touchpoints:
            identity = str(touchpoint["id"])
            if identity in known:
                last = inside[name].index(identity) if identity in inside[name] else last
                continue
            lines = [line[2:] for line in touchpoint_lines(touchpoint, 0)]
            at_end = last is None or last == len(inside[name]) - 1
            way = ("stages", after, "touchpoints")
            item = Item(lines, "")
            text = insert(text, way, item, after=None if at_end else last).text
            last = len(inside[name]) if at_end else (last or 0) + 1
            inside[name].insert(last, identity)
            touchpoints += 1
    if touchpoints or stages:
        new_stages = f" and {count(stages, 'stage')}" if stages else ""
        notes.append(f"{count(touchpoints, 'touchpoint')}{new_stages} new in the map")
    return text


def refuse_loss(listed: Inventory, now: Inventory, notes: Iterable[str]) -> None:
    """Stop where the map would not say what the list says.

    Raises:
        CxmapError: names the first touchpoint.
    """
    held_back = [note for note in notes if note.endswith(_HELD_BACK)]
    known = {touchpoint["id"]: touchpoint for touchpoint in now.touchpoints()}
    for touchpoint in listed.touchpoints():
        there = known.get(touchpoint["id"], {})
        for key, value in touchpoint.items():
            if not _is_same(key, value, there.get(key)) and not held_back:
                name = quoted(str(touchpoint.get("what", "")))
                raise CxmapError(
                    f"`{key}` of {name} cannot be put into this map; nothing was written"
                )
