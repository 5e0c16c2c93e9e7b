"""References to touchpoints and stages that go when a target becomes today's map."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cxmap.model.journey import Journey
from cxmap.model.mentions import Mention, in_maps, mentions, outside_maps
from cxmap.model.workspace import Workspace
from cxmap.source.document import Document
from cxmap.source.editing import Range, edited
from cxmap.source.span import Span
from cxmap.words import slug

_KINDS = {"touchpoint", "stage", "covered", "place"}


@dataclass(frozen=True, slots=True)
class Followed:
    """References that were taken along.

    Attributes:
        texts: the new texts of files, by path.
        told: a line for each reference: where it stands, and what became of it.
        stuck: references that somebody has to settle first.
    """

    texts: Mapping[str, str]
    told: tuple[str, ...]
    stuck: tuple[str, ...]


def follow(
    workspace: Workspace,
    documents: Mapping[str, Document],
    current: Journey,
    target: Journey,
    today: date,
) -> Followed:
    """Take along what points at something that the target no longer has.

    What one touchpoint of the target replaces is called by its name; what was dropped stays as a
    comment in its list.
    """
    heirs = _heirs(target)
    own = {current.at("journey").path, target.at("journey").path}
    lists: dict[tuple[int, str, Span | None], list[Mention]] = defaultdict(list)
    for found in _lost(workspace, current, target):
        if found.span.path not in own:
            lists[id(found.holder), found.key, found.within].append(found)
    edits: dict[str, list[Range]] = defaultdict(list)
    told: list[str] = []
    stuck: list[str] = []
    for lost in lists.values():
        new = {found.item: _heir(found, heirs, current) for found in lost}
        document = documents[lost[0].span.path]
        ranges = _settled(document, lost, new, today)
        edits[document.path] += ranges
        for found in lost:
            where, heir = f"{document.path}:{found.span.line}: `{found.text}`", new[found.item]
            if not ranges:
                stuck.append(f"{where} is gone; say what `{found.key}` is now")
            elif heir:
                told.append(f"{where} is `{heir}` now")
            else:
                told.append(f"{where} is gone, and stays as a comment")
    texts = {path: edited(documents[path].text, r) for path, r in sorted(edits.items()) if r}
    return Followed(texts, tuple(sorted(told)), tuple(sorted(stuck)))


def _heir(found: Mention, heirs: Mapping[str, tuple[str, ...]], current: Journey) -> str:
    """What a reference is called from now on; nothing where that cannot be told."""
    known = heirs.get(found.text.partition("/")[2], ())
    return f"{current.id}/{known[0]}" if len(known) == 1 else ""


def _heirs(target: Journey) -> Mapping[str, tuple[str, ...]]:
    """Which touchpoints of the target take over from one of today's map, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for touchpoint in target.touchpoints():
        for old in touchpoint.replaces:
            found[slug(old)] = (*found.get(slug(old), ()), touchpoint.id)
    return found


def _lost(workspace: Workspace, current: Journey, target: Journey) -> Iterator[Mention]:
    """The references to what only today's map has."""
    for part in (*in_maps(workspace), *outside_maps(workspace)):
        for found in mentions(part):
            mark = "/" if "/" in found.text else "#"
            journey, _, name = found.text.partition(mark)
            if found.kind not in _KINDS or not name or slug(journey) != current.id:
                continue
            look_up = workspace.touchpoints_of if mark == "/" else workspace.stages_of
            maps = [place.path for place, _ in look_up(found.text)]
            if maps == [current.path] and target.path not in maps:
                yield found


def _settled(
    document: Document, lost: Sequence[Mention], new: Mapping[int | None, str], today: date
) -> list[Range]:
    """What to write in place of the references of one key; nothing where somebody has to say."""
    first = lost[0]
    if first.item is None:
        heir = new[None]
        return [_renamed(document, first.span, heir)] if heir else []
    values = getattr(first.holder, first.key)
    spans = [first.holder.at(first.key, number) for number in range(len(values))]
    there = {value for number, value in enumerate(values) if number not in new}
    kept: dict[int, str] = {}
    for number, heir in new.items():
        if number is not None and heir and heir not in there:
            kept[number] = heir
            there.add(heir)
    gone = [f.item for f in lost if f.item is not None and f.item not in kept]
    before = document.lines[first.span.line - 1][: first.span.column - 1]
    if before.strip() == "-":
        return [
            *(_renamed(document, spans[number], heir) for number, heir in kept.items()),
            *(_commented(document, spans[number], today) for number in gone),
        ]
    return _in_brackets(document, spans, kept, gone, today)


def _offsets(document: Document, span: Span) -> tuple[int, int]:
    start = document.starts[span.line - 1] + span.column - 1
    return start, document.starts[span.end_line - 1] + span.end_column - 1


def _renamed(document: Document, span: Span, new: str) -> Range:
    start, end = _offsets(document, span)
    quote = document.text[start] if document.text[start] in {'"', "'"} else ""
    return start, end, f"{quote}{new}{quote}"


def _commented(document: Document, span: Span, today: date) -> Range:
    """The hyphen of an item becomes the beginning of a comment."""
    start, _ = _offsets(document, span)
    return document.text.rindex("-", 0, start), start, f"# gone since {today.isoformat()}: "


def _in_brackets(
    document: Document,
    spans: Sequence[Span],
    kept: Mapping[int, str],
    gone: Sequence[int],
    today: date,
) -> list[Range]:
    """A list on one line written anew, with a comment above it for each item that is gone."""
    offsets = [_offsets(document, span) for span in spans]
    opened = document.text.rfind("[", 0, offsets[0][0])
    closed = document.text.find("]", offsets[-1][1])
    if opened < 0 or "\n" in document.text[opened : closed + 1]:
        only = [_renamed(document, spans[number], heir) for number, heir in kept.items()]
        return [] if gone else only
    items = [
        kept.get(number) or document.text[start:end]
        for number, (start, end) in enumerate(offsets)
        if number not in gone
    ]
    line = document.lines[spans[0].line - 1]
    indent = line[: len(line) - len(line.lstrip())]
    above = document.starts[spans[0].line - 1]
    comments = "".join(
        f"{indent}# gone since {today.isoformat()}: {document.text[slice(*offsets[number])]}\n"
        for number in gone
    )
    return [(above, above, comments), (opened, closed + 1, f"[{', '.join(items)}]")]
