"""A target map becomes the map as it is today: what changes in its text, and what does not."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from cxmap.errors import CxmapError
from cxmap.model.customer import Customer
from cxmap.model.journey import BESIDE, Journey
from cxmap.source.document import Document
from cxmap.source.editing import Range, edited
from cxmap.source.packed import Raw
from cxmap.writing.meaning import meaning
from cxmap.writing.nodes import Entry, Group
from cxmap.writing.reading import Unusual, read_sheet

_REPLACES = re.compile(r"""replaces:\s*(\[[^\]]*\]|"[^"]*"|'[^']*'|[^,}\n]*)(,\s*)?""")
_TARGET = re.compile(r"\btarget\b")


def promoted(target: str, current: str, today: date, was: Journey | None) -> str:
    """The text of a target map as the map of today.

    `state` and `as_of` say so; `replaces` goes, since what it names is no more; `retired` stays as
    a comment; sections beside today's map, and customers that it declares, are carried over.

    Args:
        target: the text of the target's file.
        current: the text of the file of today's map; empty where there is none.
        today: the day from which it is true.
        was: the map of today, or None.

    Raises:
        CxmapError: it cannot be done by a program, and why.
    """
    normal = _with_plain_ends(target)
    try:
        root, old = read_sheet(normal).root, _root_of(current)
        document = Document("", normal)
        edits = [*_heading(document, root, today), *_without_replaces(document, root)]
        text = edited(normal, edits)
        expected = _expected(meaning(normal), today)
        carried = _carried(current, root, old)
        if carried:
            text = text.rstrip("\n") + "\n\n" + carried
            for key, value in (meaning(carried) or {}).items():
                expected[key] = value
        if was is not None and any(isinstance(c, Customer) for c in was.customers):
            text = _with_customers(text, _with_plain_ends(current), old, expected)
    except Unusual as why:
        raise CxmapError(f"the target cannot be made today's map by a program: {why}") from None
    if meaning(text) != expected:
        message = "the map would then say something else too, so nothing was written"
        raise CxmapError(message)
    return text.replace("\n", "\r\n") if "\r\n" in target else text


def current_name(path: str, *, marked: bool) -> str:
    """The file of today's map where there was none: the target's, without that word.

    Args:
        path: the target's file.
        marked: other maps of today say `.current` in their names.
    """
    file = PurePosixPath(path)
    stem = file.stem.removesuffix(".target")
    ending = ".current" if marked and stem != file.stem else ""
    return (file.parent / f"{stem}{ending}{file.suffix}").as_posix()


def _with_plain_ends(text: str) -> str:
    normal = re.sub(r"\r\n|\r", "\n", text)
    return normal if normal.endswith("\n") or not normal else normal + "\n"


def _root_of(text: str) -> Group:
    return read_sheet(_with_plain_ends(text)).root if text else Group(is_list=False)


def _by_key(root: Group) -> Mapping[str, Entry]:
    return {entry.key.value: entry for entry in root.entries if entry.key}


def _lines(document: Document, first: int, last: int, new: str) -> Range:
    ends = [*document.starts, len(document.text)]
    return ends[first - 1], ends[last], new


def _heading(document: Document, root: Group, today: date) -> Iterator[Range]:
    if root.in_brackets:
        raise Unusual("it is written in braces")
    entries = _by_key(root)
    state = entries["state"]
    line = _TARGET.sub("current", document.lines[state.first - 1], count=1)
    as_of = f"as_of: {today.isoformat()}"
    written = entries.get("as_of")
    if written is None:
        yield _lines(document, state.first, state.last, f"{line}\n{as_of}\n")
    else:
        yield _lines(document, state.first, state.last, f"{line}\n")
        yield _lines(document, written.first, written.last, f"{as_of}{written.value.beside}\n")
    retired = entries.get("retired")
    if retired is not None:
        told = [f"dropped when the target became today's map, {today.isoformat()}:"]
        told += document.lines[retired.first - 1 : retired.last]
        commented = "".join(f"# {line}".rstrip() + "\n" for line in told)
        yield _lines(document, retired.first, retired.last, commented)


def _without_replaces(document: Document, node: Group) -> Iterator[Range]:
    """Takes the key out of every touchpoint; comments about it stay."""
    for entry in node.entries:
        if entry.key and entry.key.value == "replaces":
            yield _cut_replaces(document, node, entry)
        elif isinstance(entry.value, Group):
            yield from _without_replaces(document, entry.value)


def _cut_replaces(document: Document, holder: Group, entry: Entry) -> Range:
    start = document.starts[entry.first - 1]
    line = document.lines[entry.first - 1]
    if not holder.in_brackets:
        if line.lstrip().startswith("-"):
            raise Unusual(f"line {entry.first}: `replaces` is the first key; move it down")
        indent = " " * holder.column
        beside = "".join(f"{indent}{c.strip()}\n" for c in (entry.beside, entry.value.beside) if c)
        return _lines(document, entry.first, entry.last, beside)
    found = _REPLACES.search(document.text, start)
    if found is None or entry.first != entry.last:
        raise Unusual(f"line {entry.first}: `replaces` stands in braces over several lines")
    begin = found.start()
    if not found[2]:  # it was the last: the comma before it goes
        begin = len(document.text[:begin].rstrip().removesuffix(","))
    return begin, found.end(), ""


def _carried(current: str, root: Group, old: Group) -> str:
    """The sections beside today's map, with their comments."""
    document = Document("", _with_plain_ends(current))
    there = _by_key(root)
    pieces = []
    for number, entry in enumerate(old.entries):
        key = entry.key.value if entry.key else ""
        if key not in BESIDE or key == "cxmap":
            continue
        if key in there:
            message = f"both maps hold `{key}`; move one of them into a file of its own"
            raise Unusual(message)
        above = len(entry.above) if number else 0
        pieces.append("\n".join(document.lines[entry.first - 1 - above : entry.last]).strip("\n"))
    return "".join(f"{piece}\n" for piece in pieces)


def _with_customers(text: str, current: str, old: Group, expected: Raw) -> str:
    """Today's map declares customers: they stay declared where the target names the same ones."""
    document, before = Document("", text), Document("", current)
    entry, declared = _by_key(read_sheet(text).root).get("customers"), _by_key(old)["customers"]
    said = (meaning(current) or {})["customers"]
    ids = [c if isinstance(c, str) else c.get("id") for c in said] if isinstance(said, list) else []
    if entry is None or expected.get("customers") not in (ids, ids[0] if len(ids) == 1 else None):
        raise Unusual(
            "today's map declares customers in place, and the target names others; move them into"
            " `customers` of another file"
        )
    expected["customers"] = said
    lines = before.lines[declared.first - 1 : declared.last]
    new = "".join(f"{line}\n" for line in lines)
    return edited(text, [_lines(document, entry.first, entry.last, new)])


def _expected(said: Raw, today: date) -> Raw:
    """What the text has to say."""
    if not isinstance(said, dict):
        raise Unusual("it cannot be read")
    told = {key: _replacing_nothing(value) for key, value in said.items() if key != "retired"}
    return {**told, "state": "current", "as_of": today.isoformat()}


def _replacing_nothing(raw: Raw) -> Raw:
    if isinstance(raw, dict):
        return {k: _replacing_nothing(v) for k, v in raw.items() if k != "replaces"}
    return [_replacing_nothing(item) for item in raw] if isinstance(raw, list) else raw
