"""What a file holds, as an outline: a journey with its stages and touchpoints, or sections."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxmap.lsp.naming import place
from cxmap.model.file import MapFile
from cxmap.model.part import Part
from cxmap.source.packed import unpack
from cxmap.source.span import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an outline.

    Attributes:
        name: in the customer's words.
        kind: what it is.
        whole: all that belongs to it.
        name_span: where it is named, inside of that.
        inside: what it holds.
    """

    name: str
    kind: str
    whole: Span
    name_span: Span
    inside: Sequence["Entry"] = ()


def outline(file: MapFile) -> list[Entry]:
    """The outline of a file as it could last be read."""
    found = []
    if file.journey is not None:
        stages = []
        for stage in file.journey.stages:
            touchpoints = _entries(stage.touchpoints, "touchpoint")
            stages += _entries([stage], "stage", touchpoints)
        found += _entries([file.journey], "journey", stages)
    sections: tuple[tuple[str, Iterable[Part]], ...] = (
        ("team", file.teams),
        ("channel", file.channels),
        ("customer", file.customers),
        ("metric", file.metrics),
        ("listening post", file.listening),
        ("action", file.actions),
        ("data source", file.data),
    )
    for kind, parts in sections:
        found += _entries(parts, kind)
    return found


def _entries(parts: Iterable[Part], kind: str, inside: Sequence[Entry] = ()) -> list[Entry]:
    return [
        Entry(_name(part), kind, _whole(part, inside), place(part), inside)
        for part in parts
        if part.written is not None
    ]


def _name(part: Part) -> str:
    values = vars(part)
    keys = (*part.NAMED_BY, "id")
    return next((v for key in keys if isinstance(v := values.get(key), str) and v.strip()), "?")


def _whole(part: Part, inside: Sequence[Entry]) -> Span:
    """From a part's first key to the end of its last value, or of what it holds."""
    if part.written is None:
        return Span("")
    places = part.written.places
    ends = (unpack(places, n)[1] for n in range(len(places) // 8))
    document = part.written.document
    start = part.written.start()
    line, column = document.position(max(ends, default=0))
    last = max([(line, column), *((e.whole.end_line, e.whole.end_column) for e in inside)])
    return Span(start.path, start.line, start.column, *last)
