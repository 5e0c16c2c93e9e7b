"""A new map out of an inventory, checked before anybody sees it."""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from cxmap.errors import CxmapError
from cxmap.finding import Finding, Severity
from cxmap.inventory.inventory import Answers, Inventory, Stage
from cxmap.inventory.naming import declare
from cxmap.inventory.yamltext import new_map
from cxmap.loading.workspace import Loaded, read
from cxmap.source.tree import LARGEST, Disk
from cxmap.words import quoted


class Created(NamedTuple):
    """The text of a new map, and what there is to say about it."""

    text: str
    notes: tuple[str, ...]


def create(
    inventory: Inventory, loaded: Loaded, tree: Disk, path: str, *, is_kept: bool
) -> Created:
    """The text of a map that passes every check.

    An answer that does not fit, such as a journey that nobody knows, is kept as an own key, `x-…`.

    Args:
        inventory: what it is to hold.
        loaded: the workspace around it.
        tree: the files of the workspace.
        path: the file it is to stand in.
        is_kept: it becomes part of the workspace, so that its id must be free.

    Raises:
        CxmapError: the workspace has the map already, or the map is too large.
    """
    taken = loaded.workspace.map_of(inventory.journey, inventory.state)
    if taken is not None and is_kept:
        raise CxmapError(
            f"the map of `{inventory.journey}` is in {taken.file} already: write"
            f" `--into {taken.file}` to bring it up to date, or `--journey ID` for another one"
        )
    declared = declare(inventory, loaded.workspace)
    notes = list(declared.notes)
    text = new_map(inventory, declared)
    if len(text.encode()) > LARGEST:
        raise CxmapError("the map would be larger than a file may be; import it in parts")
    wrong = _errors(text, loaded, tree, path) if is_kept or taken is None else ()
    if wrong:
        inventory, moved = without(inventory, wrong)
        notes += moved
        text = new_map(inventory, declared)
        wrong = _errors(text, loaded, tree, path)
    if wrong:
        first = wrong[0]
        message = f"line {first.span.line} of the map would be wrong: {first.message}"
        raise CxmapError(f"{message}; nothing was written")
    return Created(text, tuple(notes))


def _errors(text: str, loaded: Loaded, tree: Disk, path: str) -> tuple[Finding, ...]:
    over = replace(tree, over={**tree.over, path: text.encode()})
    found = read(loaded.place, over, before=loaded).findings
    return tuple(f for f in found if f.span.path == path and f.severity is Severity.ERROR)


def without(inventory: Inventory, wrong: Collection[Finding]) -> tuple[Inventory, tuple[str, ...]]:
    """An inventory in which the answers that findings speak of are own keys, and what to tell."""
    fields = {(f.item.partition("/")[2], f.field): f.message for f in wrong if "/" in f.item}
    notes: list[str] = []
    stages = tuple(
        Stage(s.answers, tuple(_moved(t, fields, notes) for t in s.touchpoints))
        for s in inventory.stages
    )
    return replace(inventory, stages=stages), tuple(notes)


def _moved(touchpoint: Answers, fields: dict[tuple[str, str], str], notes: list[str]) -> Answers:
    kept = {}
    for key, value in touchpoint.items():
        message = fields.get((str(touchpoint["id"]), key))
        if message is None or key in {"id", "what"}:
            kept[key] = value
        else:
            own = f"x-{key}" if f"x-{key}" not in touchpoint else f"x-{key}-2"
            kept[own] = value
            name = quoted(str(touchpoint.get("what", "")))
            notes.append(f"{name}: {message}; kept as `{own}`")
    return kept
