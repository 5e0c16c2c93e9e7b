"""A journey as its map plans it, as far as events can be held against it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cxmap.measure.places import find_places
from cxmap.model.index import Index
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.timing.duration import Duration
from cxmap.words import slug


@dataclass(frozen=True, slots=True)
class Due:
    """A promise between two nodes.

    Attributes:
        touchpoint: what is due.
        since: what it hangs on, as the map says it.
        anchor: the touchpoint that means; None for any other event.
        begins: the node from which the time counts.
        ends: the node at which it ends.
        within: how long it may take, or with `at_least` has to.
        at_least: the time is a least one, as in "2 days before".
        optional: not every customer meets what is due, so who never did was promised nothing.
    """

    touchpoint: Touchpoint
    since: str
    anchor: Touchpoint | None
    begins: int
    ends: int
    within: Duration
    at_least: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Course:
    """What can be asked about a journey.

    Attributes:
        journey: the map.
        nodes: for each touchpoint and each event that one hangs on, the values in the data that
            mean it; the touchpoints come first, in the map's order.
        events: the node of each event, as the map names it.
        dues: the promises.
    """

    journey: Journey
    nodes: Sequence[Sequence[str]]
    events: Mapping[str, int]
    dues: Sequence[Due]

    def node(self, touchpoint: Touchpoint) -> int:
        """The number of a touchpoint's node."""
        return next(n for n, t in enumerate(self.journey.touchpoints()) if t is touchpoint)


@dataclass
class _Nodes:
    found: list[list[str]] = field(default_factory=list)
    events: dict[str, int] = field(default_factory=dict)


def course(
    journey: Journey, values: Sequence[str], names: Mapping[str, str], workspace: Workspace
) -> Course:
    """Find what of a journey the data know.

    Args:
        journey: the map.
        values: what happens in the data.
        names: what a value is called in the maps, where that differs.
        workspace: all maps.
    """
    places, _ = find_places(values, names, workspace)
    index = workspace.touchpoint_index(journey)
    nodes = _Nodes()
    of: dict[str, int] = {}
    for number, touchpoint in enumerate(journey.touchpoints()):
        path = f"{journey.id}/{touchpoint.id}"
        here = [v for v in values if v in places and places[v].touchpoint == path]
        here += [v for v in values if v not in places and index.get(names.get(v, v)) is touchpoint]
        nodes.found.append(here)
        of[touchpoint.id] = number
    for touchpoint in journey.touchpoints():
        event = touchpoint.when.event if touchpoint.when else None
        if event is None or event in nodes.events:
            continue
        known = index.get(event)
        if known is not None:
            nodes.events[event] = of[known.id]
            continue
        taken = {value for node in nodes.found for value in node}
        meant = [v for v in values if slug(names.get(v, v)) == slug(event) and v not in taken]
        nodes.events[event] = len(nodes.found)
        nodes.found.append(meant)
    dues = tuple(_dues(journey, of, nodes.events, index))
    return Course(journey, nodes.found, nodes.events, dues)


def _dues(
    journey: Journey,
    of: Mapping[str, int],
    events: Mapping[str, int],
    index: Index[Touchpoint],
) -> Iterator[Due]:
    optional = {id(touchpoint) for touchpoint in not_for_all(journey)}
    for touchpoint in journey.touchpoints():
        when = touchpoint.when
        if when is None or when.event is None or when.nth is not None:
            continue
        perhaps = id(touchpoint) in optional
        here, there = of[touchpoint.id], events[when.event]
        anchor = index.get(when.event)
        if here == there:
            continue
        if when.before is not None and when.by is not None:
            yield Due(
                touchpoint,
                when.event,
                anchor,
                here,
                there,
                when.by,
                at_least=True,
                optional=perhaps,
            )
        elif when.before is None and when.within is not None:
            yield Due(
                touchpoint,
                when.event,
                anchor,
                there,
                here,
                when.within,
                at_least=False,
                optional=perhaps,
            )


def not_for_all(journey: Journey) -> Iterator[Touchpoint]:
    """The touchpoints that not every customer meets: on a condition, or for some kinds only."""
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            if stage.if_ or touchpoint.if_ or touchpoint.customers:
                yield touchpoint
