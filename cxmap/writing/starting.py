"""Starting a map: a journey from nothing, and a target from today's map."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from cxmap.errors import CxmapError
from cxmap.loading.workspace import Loaded
from cxmap.model.file import SECTIONS
from cxmap.model.journey import BESIDE, Journey
from cxmap.source.document import Document
from cxmap.source.editing import Range, edited
from cxmap.writing.change import Change
from cxmap.writing.item import Answers, write_item
from cxmap.writing.nodes import Entry, Group
from cxmap.writing.reading import Unusual, read_sheet
from cxmap.writing.scalars import as_scalar

_CURRENT = ".current"
_NOT_AGREED = ("as_of", "agreed_by")
"""What people said of today's map, and have not yet said of a target."""


def start_journey(loaded: Loaded, answers: Answers) -> Change:
    """A new map in a file of its own.

    Raises:
        CxmapError: there is such a journey already.
    """
    identity = answers["id"][0]
    if loaded.workspace.maps_of(identity):
        raise CxmapError(f"there is a journey `{identity}` already; name another id")
    told = {key: values for key, values in answers.items() if key != "id"}
    lines = [f"journey: {identity}", *write_item(Journey, told).lines]
    text = "".join(f"{line}\n" for line in lines)
    return _new_file(loaded, _file_name(loaded, identity), text)


def start_target(loaded: Loaded, current: Journey, answers: Answers, *, copied: bool) -> Change:
    """The target map of a journey.

    Args:
        loaded: the workspace.
        current: the map as it is today.
        answers: keys of the new map.
        copied: whether it begins as a copy of today's map, with its comments; else it begins with
            the stages alone.

    Raises:
        CxmapError: there is a target already, or the file of today's map cannot be copied so.
    """
    if loaded.workspace.map_of(current.id, "target"):
        raise CxmapError(f"{current.label} has a target map already")
    source = current.at("journey").path
    if copied:
        try:
            text = _copy(loaded.documents[source].text, current)
        except Unusual as why:
            raise CxmapError(f"{source} cannot be copied by a program: {why}") from None
    else:
        text = _bare(current, answers)
    return _new_file(loaded, target_name(source), text)


def target_name(path: str) -> str:
    """The file of a target beside the file of today's map."""
    file = PurePosixPath(path)
    stem = file.stem.removesuffix(_CURRENT)
    return (file.parent / f"{stem}.target{file.suffix}").as_posix()


def _bare(current: Journey, answers: Answers) -> str:
    told: dict[str, Sequence[str]] = {
        "title": [current.title] if current.title else [],
        "customers": list(current.customer_refs()),
        "owner": [current.owner] if current.owner else [],
        **answers,
    }
    told = {key: values for key, values in told.items() if values and key != "id"}
    lines = write_item(Journey, {"state": ["target"], **told}).lines
    stages = [
        line
        for stage in current.stages
        for line in ("", f"  - id: {stage.id}", f"    name: {as_scalar(stage.name)}")
    ]
    lines = [f"journey: {current.id}", *lines, *(["stages:", *stages[1:]] if stages else [])]
    return "".join(f"{line}\n" for line in lines)


def _copy(text: str, current: Journey) -> str:
    normal = re.sub(r"\r\n|\r", "\n", text)
    normal += "" if normal.endswith("\n") else "\n"
    root = read_sheet(normal).root
    if root.in_brackets:
        raise Unusual("it is written in braces")
    entries = {entry.key.value: entry for entry in root.entries if entry.key}
    document = Document("", normal)
    edits = [
        _without(document, entry, is_first=entry is root.entries[0])
        for key, entry in entries.items()
        if key in _NOT_AGREED or (key in BESIDE and key != "cxmap" and key in SECTIONS)
    ]
    if any(not isinstance(customer, str) for customer in current.customers):
        edits.append(_customers(document, entries["customers"], current))
    state = entries.get("state")
    if state is not None:
        edits.append(_lines(document, state.first, state.last, _with_comment(state)))
    else:
        below = entries.get("title") or entries["journey"]
        edits.append(_lines(document, below.last + 1, below.last, "state: target\n"))
    copied = edited(normal, edits)
    return copied.replace("\n", "\r\n") if "\r\n" in text else copied


def _with_comment(state: Entry) -> str:
    return f"state: target{state.value.beside}\n"


def _without(document: Document, entry: Entry, *, is_first: bool) -> Range:
    above = 0 if is_first else len(entry.above)
    return _lines(document, entry.first - above, entry.last, "")


def _customers(document: Document, entry: Entry, current: Journey) -> Range:
    """Customers whom today's map declares are named: nobody is declared twice."""
    names = ", ".join(as_scalar(name, in_brackets=True) for name in current.customer_refs())
    beside = entry.beside if isinstance(entry.value, Group) else ""
    return _lines(document, entry.first, entry.last, f"customers: [{names}]{beside}\n")


def _lines(document: Document, first: int, last: int, new: str) -> Range:
    """Lines from one number to another written anew; put between where `last` is before `first`."""
    ends = [*document.starts, len(document.text)]
    return ends[first - 1], ends[last], new


def _new_file(loaded: Loaded, path: str, text: str) -> Change:
    if (loaded.place.root / path).exists():
        raise CxmapError(f"{path} is there already, and nothing is written over it")
    return Change(path, text.encode(), 0, text)


def _file_name(loaded: Loaded, identity: str) -> str:
    """Where the other maps are, and called as they are."""
    paths = [PurePosixPath(j.at("journey").path) for j in loaded.workspace.journeys]
    folders = Counter(path.parent.as_posix() for path in paths)
    default = "journeys" if loaded.has_settings else "."
    folder = min(folders, key=lambda f: (-folders[f], f)) if folders else default
    ending = f"{_CURRENT}.yaml" if any(p.stem.endswith(_CURRENT) for p in paths) else ".yaml"
    return (PurePosixPath(folder) / f"{identity}{ending}").as_posix()
