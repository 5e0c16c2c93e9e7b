"""A workspace: everything its files hold, put together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from cxmap.model.action import Action
from cxmap.model.actual import Actual
from cxmap.model.customer import Customer
from cxmap.model.data import DataSource
from cxmap.model.index import Index
from cxmap.model.journey import Journey, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric, Reading
from cxmap.model.strategy import Strategy
from cxmap.model.team import BUILT_IN_CHANNELS, Channel, Team
from cxmap.model.touchpoint import Touchpoint

Section: TypeAlias = (
    Index[Team]
    | Index[Channel]
    | Index[Customer]
    | Index[Metric]
    | Index[ListeningPost]
    | Index[Action]
    | Index[DataSource]
)


@dataclass(frozen=True)
class Workspace:
    """What a company knows of its customers' journeys, in the order of its files.

    Attributes:
        journeys: the maps; a journey's current and target map are two of them.
        teams: the teams.
        channels: the channels declared beside the built-in ones.
        customers: personas and segments, those declared inside a journey too.
        metrics: the metrics.
        listening: the listening posts.
        actions: the actions.
        readings: readings that stand in a section of their own; those of a metric stand with it.
        actual: how customers really went, as events said.
        data: the sources of feedback data.
        strategy: the programme, or None.
    """

    journeys: tuple[Journey, ...] = ()
    teams: Index[Team] = field(default_factory=lambda: Index(()))
    channels: Index[Channel] = field(default_factory=lambda: Index(()))
    customers: Index[Customer] = field(default_factory=lambda: Index(()))
    metrics: Index[Metric] = field(default_factory=lambda: Index(()))
    listening: Index[ListeningPost] = field(default_factory=lambda: Index(()))
    actions: Index[Action] = field(default_factory=lambda: Index(()))
    readings: tuple[Reading, ...] = ()
    actual: tuple[Actual, ...] = ()
    data: Index[DataSource] = field(default_factory=lambda: Index(()))
    strategy: Strategy | None = None

    @property
    def library(self) -> tuple[Section, ...]:
        """The sections whose items have an id: what maps point at, actions and data."""
        return (
            self.teams,
            self.channels,
            self.customers,
            self.metrics,
            self.listening,
            self.actions,
            self.data,
        )

    @cached_property
    def all_channels(self) -> Index[Channel]:
        """The declared channels, and the built-in ones that no declaration renames."""
        declared = set(self.channels.ids())
        built_in = (
            Channel.model_validate({"id": name, "name": name.replace("-", " "), "kind": kind})
            for name, kind in BUILT_IN_CHANNELS.items()
            if name not in declared
        )
        return Index([*self.channels, *built_in])

    @cached_property
    def journey_ids(self) -> tuple[str, ...]:
        """The ids of the journeys, each once, in the order of their files."""
        return tuple(dict.fromkeys(journey.id for journey in self.journeys))

    @cached_property
    def _journeys_by_id(self) -> Index[Journey]:
        return Index(self.journeys)

    @cached_property
    def _maps(self) -> dict[tuple[str, str], Journey]:
        return {(j.id, j.state): j for j in reversed(self.journeys)}

    def map_of(self, journey: str, state: str = "current") -> Journey | None:
        """The map of a journey in a state, by the journey's id."""
        return self._maps.get((journey, state))

    def maps_of(self, reference: str) -> tuple[Journey, ...]:
        """The current and the target map of the journey that a reference means."""
        found = self._journeys_by_id.get(reference)
        if found is None:
            return ()
        maps = (self.map_of(found.id, state) for state in ("current", "target"))
        return tuple(m for m in maps if m is not None)

    def touchpoints_of(self, reference: str) -> tuple[tuple[Journey, Touchpoint], ...]:
        """What `journey/touchpoint` means: in the current map, the target map, or both."""
        journey, _, name = reference.partition("/")
        found = ((m, self._touchpoints(m).get(name)) for m in self.maps_of(journey))
        return tuple((m, touchpoint) for m, touchpoint in found if touchpoint is not None)

    def stages_of(self, reference: str) -> tuple[tuple[Journey, Stage], ...]:
        """What `journey#stage` means: in the current map, the target map, or both."""
        journey, _, name = reference.partition("#")
        found = ((m, self._stages(m).get(name)) for m in self.maps_of(journey))
        return tuple((m, stage) for m, stage in found if stage is not None)

    def places_of(self, reference: str) -> tuple[str, ...]:
        """What a place in data may mean, sorted: `journey/touchpoint`, `journey#stage`, a journey.

        A touchpoint goes by its name alone too, as long as only one journey has it.
        """
        if "/" in reference:
            found = {f"{j.id}/{t.id}" for j, t in self.touchpoints_of(reference)}
        elif "#" in reference:
            found = {f"{j.id}#{s.id}" for j, s in self.stages_of(reference)}
        else:
            touchpoints = ((j, self._touchpoints(j).get(reference)) for j in self.journeys)
            found = {f"{j.id}/{t.id}" for j, t in touchpoints if t is not None}
            found |= {journey.id for journey in self.maps_of(reference)}
        return tuple(sorted(found))

    def touchpoint_index(self, journey: Journey) -> Index[Touchpoint]:
        """The touchpoints of one map, by id or name."""
        return self._touchpoints(journey)

    @cached_property
    def _indexes(self) -> dict[str, tuple[Index[Stage], Index[Touchpoint]]]:
        return {}

    def _index(self, journey: Journey) -> tuple[Index[Stage], Index[Touchpoint]]:
        known = self._indexes.get(journey.path)
        if known is None:
            known = Index(journey.stages), Index(journey.touchpoints())
            self._indexes[journey.path] = known
        return known

    def _stages(self, journey: Journey) -> Index[Stage]:
        return self._index(journey)[0]

    def _touchpoints(self, journey: Journey) -> Index[Touchpoint]:
        return self._index(journey)[1]

    def touchpoints(self) -> Iterator[tuple[Journey, Stage, Touchpoint]]:
        """Every touchpoint with where it stands."""
        for journey in self.journeys:
            for stage in journey.stages:
                for touchpoint in stage.touchpoints:
                    yield journey, stage, touchpoint

    def count_touchpoints(self) -> int:
        """How many touchpoints the maps hold."""
        return sum(len(s.touchpoints) for j in self.journeys for s in j.stages)


def customers_in(journeys: Iterable[Journey]) -> Iterator[Customer]:
    """The customers that journeys declare in place."""
    for journey in journeys:
        yield from (c for c in journey.customers if isinstance(c, Customer))
