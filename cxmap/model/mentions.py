"""Where a part points at something by its id or name."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, get_args

from cxmap.model.data import DataSource, Texts
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.source.span import Span


class Mention(NamedTuple):
    """A reference as it is written.

    Attributes:
        holder: the part that refers, or a part inside it.
        key: the key it stands under.
        item: its number in the list of that key, or None.
        kind: what it refers to, such as `team`.
        text: the id or name.
        within: where it stands, for a text in a mapping of texts.
    """

    holder: Part
    key: str
    item: int | None
    kind: str
    text: str
    within: Span | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.within or self.holder.at(self.key, self.item)


def mentions(part: Part) -> Iterator[Mention]:
    """The references of a part and of the parts inside it, but for stages and touchpoints."""
    for field, kind, many, key in part.REFERENCES:
        value = getattr(part, field)
        if value:
            for number, text in enumerate(value if many else (value,)):
                if isinstance(text, str):
                    yield Mention(part, key, number if many else None, kind, text)
    if isinstance(part, Touchpoint | DataSource):
        yield from _in_mappings(part)
    for field in _parts_inside(type(part)):
        value = getattr(part, field)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield from mentions(inner)


def _in_mappings(part: Touchpoint | DataSource) -> Iterator[Mention]:
    """What a mapping names: customers, or what values in the data are called in the maps."""
    if isinstance(part, Touchpoint):
        for name in part.emotion if isinstance(part.emotion, Mapping) else ():
            yield Mention(part, "emotion", None, "customer", name)
    elif isinstance(part.names, Texts):
        document = part.written.document if part.written else None
        for value, text in part.names.items():
            offsets = part.names.offsets.get(value)
            span = document.span(*offsets) if document and offsets else None
            # What happened may be a touchpoint or words of an event.
            if text and (part.kind != "events" or "/" in text or "#" in text):
                yield Mention(part, "names", None, "place", text, span)


@cache
def mentioned(part: type[Part]) -> frozenset[str]:
    """The kinds that parts of a type may point at, such as `team`, see `mentions`."""
    kinds = {reference.kind for reference in part.REFERENCES}
    if issubclass(part, Touchpoint | DataSource):
        kinds |= {"customer", "place"}
    for field in _parts_inside(part):
        held = _held(part.model_fields[field].annotation)
        kinds |= mentioned(held) if held is not None else frozenset()
    return frozenset(kinds)


def in_maps(workspace: Workspace) -> Iterator[Part]:
    """Every journey, stage and touchpoint, each before what it holds."""
    for journey in workspace.journeys:
        yield journey
        for stage in journey.stages:
            yield stage
            yield from stage.touchpoints


def outside_maps(workspace: Workspace) -> Iterator[Part]:
    """Every part that stands in a section of its own, the strategy last."""
    for index in workspace.library:
        yield from index
    yield from workspace.readings
    yield from workspace.actual
    if workspace.strategy is not None:
        yield workspace.strategy


@cache
def _parts_inside(part: type[Part]) -> tuple[str, ...]:
    """The fields of a part that hold parts with references, but for stages and touchpoints."""
    inside = []
    for name, field in part.model_fields.items():
        held = _held(field.annotation)
        if held is None or held.KIND in {"stage", "touchpoint"}:
            continue
        if held.REFERENCES or _parts_inside(held):
            inside.append(name)
    return tuple(inside)


def _held(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    return next((held for option in get_args(annotation) if (held := _held(option))), None)
