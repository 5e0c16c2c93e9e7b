"""All that follows from a workspace, one part per subject."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from cxmap.facts import audience, moments
from cxmap.facts.actions import Actions
from cxmap.facts.actual import Actuals
from cxmap.facts.culture import Culture
from cxmap.facts.measures import Measures
from cxmap.facts.places import Places
from cxmap.facts.readings import Readings
from cxmap.facts.redesign import Redesign
from cxmap.facts.references import personas, stages_of, team_of, touchpoints_of
from cxmap.model.coverage import Listening
from cxmap.model.customer import Customer
from cxmap.model.journey import Journey, Stage
from cxmap.model.metric import Metric
from cxmap.model.team import BUILT_IN_CHANNELS
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.words import slug


class Facts:
    """What follows from a workspace: what its references mean, and the parts.

    Attributes:
        places: where touchpoints stand.
        redesign: what target maps make of the current ones.
        measures: what is measured where, and who is asked.
        readings: what the metrics read.
        actual: how customers really went.
        actions: what actions work on.
        culture: what staff are trained for and rewarded for.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.places = Places(workspace)
        self.redesign = Redesign(workspace)
        self.measures = Measures(workspace)
        self.readings = Readings(workspace)
        self.actual = Actuals(workspace)
        self.actions = Actions(workspace, self.places, self.redesign)
        self.culture = Culture(workspace, self.measures)
        self._teams: dict[str | None, str | None] = {}

    def team(self, reference: str | None) -> str | None:
        """The id of the team a reference means; the reference itself where no team is declared.

        None for nobody, be it a placeholder, and for `customer`.
        """
        if reference not in self._teams:
            self._teams[reference] = team_of(self.workspace, reference)
        return self._teams[reference]

    @cached_property
    def listening(self) -> Listening:
        """Where customers are heard."""
        return Listening(self.workspace)

    def metrics(self, references: Sequence[str]) -> tuple[Metric, ...]:
        """The declared metrics among some references."""
        return self.workspace.metrics.among(references)

    def customers(self, journey: Journey) -> tuple[Customer, ...]:
        """The declared customers whose journey it is."""
        return self.workspace.customers.among(journey.customer_refs())

    def team_name(self, reference: str) -> str:
        """What people call the team that a reference means; itself where none is declared."""
        team = self.workspace.teams.get(reference)
        return team.label if team else reference

    def channel_name(self, reference: str) -> str:
        """What people call the channel that a reference means; itself where none is declared."""
        channel = self.workspace.all_channels.get(reference)
        return (channel.name or channel.title or channel.id) if channel else reference

    def channel_kind(self, reference: str) -> str | None:
        """Whether a channel is `digital`, `human` or `physical`; None where nobody said."""
        channel = self.workspace.all_channels.get(reference)
        if channel is None:
            return None
        return channel.kind or BUILT_IN_CHANNELS.get(channel.id)

    def owners(self, touchpoints: Iterable[Touchpoint]) -> tuple[str, ...]:
        """The teams that own some touchpoints, in their order."""
        found = (self.team(touchpoint.who) for touchpoint in touchpoints)
        return tuple(dict.fromkeys(team for team in found if team is not None))

    def helpers(self, touchpoints: Iterable[Touchpoint]) -> tuple[str, ...]:
        """The teams that help at some touchpoints, in their order."""
        found = (self.team(reference) for t in touchpoints for reference in t.with_)
        return tuple(dict.fromkeys(team for team in found if team is not None))

    def asked(self, journey: Journey, stage: Stage) -> bool:
        """Whether customers are asked about a stage: by its measures, or by a post on it."""
        heard = any(map(self.listening.is_voice, stage.measures))
        return heard or bool(self.measures.posts_on(journey.stage_path(stage)))

    @cached_property
    def systems(self) -> frozenset[str]:
        """The slugs of the systems and partners that stand behind touchpoints and stages."""
        stages = (stage for journey in self.workspace.journeys for stage in journey.stages)
        return frozenset(
            slug(name)
            for stage in stages
            for part in (stage, *stage.touchpoints)
            for name in part.support
        )

    @cached_property
    def teams_on_maps(self) -> frozenset[str]:
        """The teams that own a touchpoint or help at one, on any map."""
        return audience.on_maps(self.workspace)

    @cached_property
    def followed(self) -> frozenset[str]:
        """The ids of the customers that a map follows, themselves or as part of a segment."""
        return audience.followed(self.workspace)

    @cached_property
    def serving(self) -> Mapping[str, tuple[str, ...]]:
        """The teams that own touchpoints of a customer's current journeys, by customer."""
        return audience.serving(self.workspace)

    @cached_property
    def told(self) -> Mapping[str, frozenset[str]]:
        """The teams that a communication or training tells who a customer is, by customer."""
        return audience.told(self.workspace)

    @cached_property
    def segments(self) -> frozenset[str]:
        """The ids of the customers that others belong to."""
        return frozenset(segment.id for _, segment in personas(self.workspace))

    def current(self, journey: Journey) -> Journey | None:
        """The current map of the same journey."""
        return self.workspace.map_of(journey.id, "current")

    def target(self, journey: Journey) -> Journey | None:
        """The target map of the same journey."""
        return self.workspace.map_of(journey.id, "target")

    def touchpoints_of(self, reference: str) -> tuple[tuple[Journey, Touchpoint], ...]:
        """What `journey/touchpoint` means; nothing where a name is shared."""
        return touchpoints_of(self.workspace, reference)

    def stages_of(self, reference: str) -> tuple[tuple[Journey, Stage], ...]:
        """What `journey#stage` means; nothing where a name is shared."""
        return stages_of(self.workspace, reference)

    @cached_property
    def lived(self) -> Mapping[str, moments.Lived]:
        """How many touchpoints and moments of truth each customer meets, by the customer's id."""
        return moments.lived(self.workspace)
