"""What a name in a map means, and where it is used."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from cxmap.lsp.cursor import Cursor, Route
from cxmap.model import line
from cxmap.model.index import Index
from cxmap.model.journey import Journey, Stage
from cxmap.model.mentions import Mention, in_maps, mentions, outside_maps
from cxmap.model.part import Part, Refers
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.when import When
from cxmap.model.workspace import Workspace
from cxmap.schema.keys import Key
from cxmap.source.span import Span

EVENT = "event"
"""What a timeline hangs on: a touchpoint of the same journey, or words."""

IN_JOURNEYS = frozenset({"touchpoint", "stage", "covered", "place", "current-touchpoint"})
"""References that may begin with the id of a journey."""

_IN_A_LINE = {"how": "channel", "who": "team"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written.

    Attributes:
        kinds: what it may mean, as references name it; `event` for what a timeline hangs on.
        text: the id or name.
        start: the column it begins at, from 0.
        end: the column after it.
    """

    kinds: tuple[str, ...]
    text: str
    start: int
    end: int


def name_at(cursor: Cursor, key: Key) -> Name | None:
    """The name that stands as a value, or as a part of a touchpoint in one line."""
    kinds = kinds_at(cursor.value_of or (), key)
    if kinds:
        return Name(kinds, cursor.word, cursor.start, cursor.end)
    if key.name == "touchpoints" and Touchpoint in key.answers:
        return _in_a_line(cursor)
    return None


def _in_a_line(cursor: Cursor) -> Name | None:
    """The part of a touchpoint in one line that the cursor is in, be it still empty."""
    *_, (field, piece) = line.split(f"{cursor.word[: cursor.before]:{cursor.before}}_").items()
    kind = _IN_A_LINE.get(field)
    if kind is None:
        return None
    whole = line.split(cursor.word).get(field)
    end = whole.end if whole and whole.start == piece.start else cursor.before
    text = cursor.word[piece.start : end]
    return Name((kind,), text, cursor.start + piece.start, cursor.start + end)


def kinds_at(route: Route, key: Key) -> tuple[str, ...]:
    """What the value of a key may refer to."""
    found = tuple(answer.kind for answer in key.answers if isinstance(answer, Refers))
    in_timeline = "when" in route and key.name in {"at", "after", "before"}
    return (EVENT,) if in_timeline and not found else found


def resolve(
    workspace: Workspace, kind: str, text: str, journey: Journey | None = None
) -> tuple[Part, ...]:
    """What a name means; both maps of a journey where it means that, nothing where nobody knows.

    Args:
        workspace: what is declared.
        kind: what it refers to.
        text: the id or name.
        journey: the map it stands in.
    """
    indexes: dict[str, Index[Any]] = {
        "team": workspace.teams,
        "channel": workspace.all_channels,
        "customer": workspace.customers,
        "metric": workspace.metrics,
        "listening": workspace.listening,
        "action": workspace.actions,
        "data": workspace.data,
    }
    if kind in indexes:
        found = indexes[kind].get(text)
        return (found,) if isinstance(found, Part) else ()
    if kind == "audience":
        return resolve(workspace, "team", text) or resolve(workspace, "customer", text)
    if kind in {"covered", "place"}:
        marked = next((k for m, k in (("/", "touchpoint"), ("#", "stage")) if m in text), "")
        if marked:
            return resolve(workspace, marked, text)
        if kind == "place":
            return _place(workspace, text)
        return resolve(workspace, "customer", text) or workspace.maps_of(text)
    return _in_maps(workspace, kind, text, journey)


def _in_maps(
    workspace: Workspace, kind: str, text: str, journey: Journey | None
) -> tuple[Part, ...]:
    if kind == "journey":
        return workspace.maps_of(text)
    if kind == "stage":
        return tuple(stage for _, stage in workspace.stages_of(text))
    if kind == "touchpoint":
        return tuple(touchpoint for _, touchpoint in workspace.touchpoints_of(text))
    if journey is not None and kind == EVENT:
        found = workspace.touchpoint_index(journey).get(text)
        return (found,) if found else ()
    if journey is None or kind != "current-touchpoint":
        return ()
    return tuple(t for _, t in workspace.touchpoints_of(f"{journey.id}/{_own(text, journey)}"))


def _place(workspace: Workspace, text: str) -> tuple[Part, ...]:
    """A touchpoint by its name alone, or a journey; nothing where it may be either."""
    paths = workspace.places_of(text)
    if len(paths) != 1:
        return ()
    return resolve(workspace, "touchpoint" if "/" in paths[0] else "journey", paths[0])


def _own(text: str, journey: Journey) -> str:
    return text.removeprefix(f"{journey.id}/")


class Use(NamedTuple):
    """A place where a name is used.

    Attributes:
        kind: what it refers to.
        text: the id or name.
        at: the reference as it is written.
        journey: the map it stands in, or None.
    """

    kind: str
    text: str
    at: Mention
    journey: Journey | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.at.span


def uses(workspace: Workspace) -> Iterator[Use]:
    """Every name in a workspace that refers to something, but for customers in `emotion`."""
    journey: Journey | None = None
    for part in in_maps(workspace):
        if isinstance(part, Journey):
            journey = part
        yield from _uses_of(part, journey)
    for part in outside_maps(workspace):
        yield from _uses_of(part, None)


def _uses_of(part: Part, journey: Journey | None) -> Iterator[Use]:
    for found in mentions(part):
        if found.key != "emotion":
            yield Use(found.kind, found.text, found, journey)
    when = part.when if isinstance(part, Touchpoint) else None
    if isinstance(when, When) and when.words is None:
        for key, event in (("at", when.at_), ("after", when.after), ("before", when.before)):
            if event:
                yield Use(EVENT, event, Mention(when, key, None, EVENT, event), journey)


def finder(workspace: Workspace) -> Callable[[Use], tuple[Part, ...]]:
    """Resolve many uses, each name once."""
    known: dict[tuple[str, str, str], tuple[Part, ...]] = {}

    def find(use: Use) -> tuple[Part, ...]:
        own = use.kind in {EVENT, "current-touchpoint"} and use.journey
        key = use.kind, use.text, use.journey.path if own and use.journey else ""
        if key not in known:
            known[key] = resolve(workspace, use.kind, use.text, use.journey)
        return known[key]

    return find


def declared(workspace: Workspace, path: str) -> Iterator[tuple[str, Part, Journey | None]]:
    """The items with ids that a file declares, each with its kind and the map it stands in."""
    for journey in workspace.journeys:
        if journey.file == path:
            yield "journey", journey, journey
            for stage in journey.stages:
                yield "stage", stage, journey
                yield from (("touchpoint", touchpoint, journey) for touchpoint in stage.touchpoints)
    for part in outside_maps(workspace):
        if part.file == path and part.KIND in MEANT_BY:
            yield part.KIND, part, None


MEANT_BY: Mapping[str, frozenset[str]] = {
    "team": frozenset({"team", "audience"}),
    "channel": frozenset({"channel"}),
    "customer": frozenset({"customer", "audience", "covered"}),
    "metric": frozenset({"metric"}),
    "journey": frozenset({"journey", *IN_JOURNEYS}),
    "stage": frozenset({"stage", "covered", "place"}),
    "touchpoint": frozenset({"touchpoint", "current-touchpoint", "covered", "place", EVENT}),
    "listening": frozenset(),
    "action": frozenset(),
    "data": frozenset({"data"}),
}
"""The kinds of items that can be named, each with the kinds of reference that may mean it."""


def place(part: Part) -> Span:
    """Where an item is declared: its id, else its name."""
    return part.at("journey") if isinstance(part, Journey) else part.place


def same(workspace: Workspace, part: Part, journey: Journey | None) -> tuple[Part, ...]:
    """An item and what shares its id: a journey's other map, and what stands in there."""
    if isinstance(part, Journey):
        return workspace.maps_of(part.id)
    if journey is None:
        return (part,)
    maps = workspace.maps_of(journey.id)
    if isinstance(part, Stage):
        return tuple(s for m in maps for s in m.stages if s.id == part.id)
    if isinstance(part, Touchpoint):
        return tuple(t for m in maps for t in m.touchpoints() if t.id == part.id)
    return (part,)
