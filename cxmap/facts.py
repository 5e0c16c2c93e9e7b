"""What follows from a workspace: looked up by rules, comparisons and pages alike.

Everything is worked out once, when it is first asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from cxmap import audience, moments
from cxmap.model import changes
from cxmap.model.action import Action
from cxmap.model.coverage import Listening
from cxmap.model.customer import Customer
from cxmap.model.fields import BasedOn
from cxmap.model.index import Ambiguous
from cxmap.model.journey import Journey, Retired, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.meaning import Names
from cxmap.model.metric import Metric, Reading
from cxmap.model.part import Part
from cxmap.model.team import BUILT_IN_CHANNELS
from cxmap.model.touchpoint import CUSTOMER, Pain, Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.timing.words import is_placeholder
from cxmap.words import slug


@dataclass(frozen=True, slots=True)
class Home:
    """Where a touchpoint stands."""

    journey: Journey
    stage: Stage


class Facts:
    """What follows from a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    @cached_property
    def listening(self) -> Listening:
        """Where customers are heard."""
        return Listening(self.workspace)

    def team(self, reference: str | None) -> str | None:
        """The id of the team a reference means; the reference itself where no team is declared.

        None for nobody, be it a placeholder, and for `customer`.
        """
        if reference not in self._teams:
            nobody = reference is None or reference == CUSTOMER or is_placeholder(reference)
            team = self.workspace.teams.get(reference)
            self._teams[reference] = None if nobody else team.id if team else reference
        return self._teams[reference]

    @cached_property
    def _teams(self) -> dict[str | None, str | None]:
        return {}

    def metrics(self, references: Sequence[str]) -> tuple[Metric, ...]:
        """The declared metrics among some references."""
        found = map(self.workspace.metrics.get, references)
        return tuple([metric for metric in found if metric is not None])

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

    @cached_property
    def voices(self) -> tuple[Metric, ...]:
        """The metrics that ask the customer."""
        return tuple(m for m in self.workspace.metrics if m.voice == "customer")

    def asked(self, journey: Journey, stage: Stage) -> bool:
        """Whether customers are asked about a stage: by its measures, or by a post on it."""
        heard = any(map(self.listening.is_voice, stage.measures))
        return heard or bool(self.posts_on(journey.stage_path(stage)))

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
    def _homes(self) -> dict[int, Home]:
        """The home of every touchpoint, by the object: its id may stand in two maps."""
        return {id(t): Home(j, s) for j, s, t in self.workspace.touchpoints()}

    def home(self, touchpoint: Touchpoint) -> Home:
        """The map and the stage that a touchpoint of the workspace stands in."""
        return self._homes[id(touchpoint)]

    def based_on(self, touchpoint: Touchpoint) -> tuple[BasedOn, Part] | None:
        """Where its emotion and pains come from, and the part that says so: it, its stage or map.

        None where nobody said.
        """
        home = self.home(touchpoint)
        for part in (touchpoint, home.stage, home.journey):
            if part.based_on is not None:
                return part.based_on, part
        return None

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
        found = (self.workspace.customers.get(c.segment) for c in self.workspace.customers)
        return frozenset(segment.id for segment in found if segment is not None)

    def customers(self, journey: Journey) -> tuple[Customer, ...]:
        """The declared customers whose journey it is."""
        found = (self.workspace.customers.get(r) for r in journey.customer_refs())
        return tuple(customer for customer in found if customer is not None)

    def current(self, journey: Journey) -> Journey | None:
        """The current map of the same journey."""
        return self.workspace.map_of(journey.id, "current")

    def target(self, journey: Journey) -> Journey | None:
        """The target map of the same journey."""
        return self.workspace.map_of(journey.id, "target")

    @cached_property
    def _successors(self) -> dict[str, dict[str, Touchpoint]]:
        """For each target map: which of its touchpoints a current one lives on in, by id."""
        found: dict[str, dict[str, Touchpoint]] = {}
        for target in self.workspace.journeys:
            if target.state != "target":
                continue
            current = self.current(target)
            lives_on = {t.id: t for t in target.touchpoints()}
            for touchpoint in target.touchpoints():
                for reference in touchpoint.replaces:
                    own = reference.removeprefix(f"{target.id}/")
                    before = _get(self.workspace, current, own) if current else None
                    lives_on[before.id if before else own] = touchpoint
            found[target.id] = lives_on
        return found

    def successor(self, journey: Journey, touchpoint: Touchpoint) -> Touchpoint | None:
        """What a current touchpoint becomes in the target: the same id, or what replaces it."""
        return self._successors.get(journey.id, {}).get(touchpoint.id)

    @cached_property
    def _origins(self) -> dict[str, dict[str, tuple[Touchpoint, ...]]]:
        found: dict[str, dict[str, tuple[Touchpoint, ...]]] = {}
        for current in self.workspace.journeys:
            lives_on = self._successors.get(current.id)
            if current.state != "current" or lives_on is None:
                continue
            own = found.setdefault(current.id, {})
            for touchpoint in current.touchpoints():
                after = lives_on.get(touchpoint.id)
                if after is not None:
                    own[after.id] = (*own.get(after.id, ()), touchpoint)
        return found

    def origins(self, journey: Journey, touchpoint: Touchpoint) -> tuple[Touchpoint, ...]:
        """The current touchpoints that one of a target map takes over from, in their order."""
        if journey.state != "target":
            return ()
        return self._origins.get(journey.id, {}).get(touchpoint.id, ())

    @cached_property
    def _retired(self) -> dict[str, tuple[dict[str, Retired], tuple[str, ...]]]:
        """For each target map: what it retires, by id, and references that lead nowhere."""
        found: dict[str, tuple[dict[str, Retired], tuple[str, ...]]] = {}
        for target in self.workspace.journeys:
            current = self.current(target) if target.state == "target" else None
            if current is None:
                continue
            references: dict[str, Retired | None] = {
                r: None for t in target.touchpoints() for r in t.replaces
            }
            references |= {item.touchpoint: item for item in target.retired}
            retired, unknown = {}, []
            for reference, item in references.items():
                own = reference.removeprefix(f"{target.id}/")
                touchpoint = _get(self.workspace, current, own)
                if touchpoint is None:
                    unknown.append(own)
                elif item is not None:
                    retired[touchpoint.id] = item
            found[target.id] = retired, tuple(unknown)
        return found

    def retired(self, target: Journey) -> Mapping[str, Retired]:
        """What a target drops on purpose, by the id of the current touchpoint."""
        return self._retired.get(target.id, ({}, ()))[0]

    def unknown_origins(self, target: Journey) -> tuple[str, ...]:
        """What a target replaces or retires that is in no current map: slips, most likely."""
        return self._retired.get(target.id, ({}, ()))[1]

    @cached_property
    def _actions(self) -> dict[str, list[Action]]:
        """The actions on each item, by journey id and what comes after it, whatever the state."""
        found: dict[str, list[Action]] = {}
        for action in self.workspace.actions:
            for path in self._touched(action):
                found.setdefault(path, []).append(action)
        return found

    def touched(self, action: Action) -> Iterator[tuple[Journey, Touchpoint]]:
        """The touchpoints that an action names, itself or with their stage or journey.

        Those of the current and of the target map; one may come twice.
        """
        for reference in action.journeys:
            for journey in self.workspace.maps_of(reference):
                yield from ((journey, touchpoint) for touchpoint in journey.touchpoints())
        for reference in action.stages:
            for journey, stage in self.stages_of(reference):
                yield from ((journey, touchpoint) for touchpoint in stage.touchpoints)
        for reference in action.touchpoints:
            yield from self.touchpoints_of(reference)

    def _touched(self, action: Action) -> Iterator[str]:
        for reference in action.journeys:
            yield from {m.id for m in self.workspace.maps_of(reference)}
        for reference in action.stages:
            for journey, stage in self.stages_of(reference):
                yield f"{journey.id}#{stage.id}"
        for reference in action.touchpoints:
            yield from {f"{j.id}/{t.id}" for j, t in self.touchpoints_of(reference)}

    def touchpoints_of(self, reference: str) -> tuple[tuple[Journey, Touchpoint], ...]:
        """What `journey/touchpoint` means; nothing where a name is shared."""
        try:
            return self.workspace.touchpoints_of(reference)
        except Ambiguous:
            return ()

    def stages_of(self, reference: str) -> tuple[tuple[Journey, Stage], ...]:
        """What `journey#stage` means; nothing where a name is shared."""
        try:
            return self.workspace.stages_of(reference)
        except Ambiguous:
            return ()

    def actions_on(
        self, journey: Journey, stage: Stage | None = None, touchpoint: Touchpoint | None = None
    ) -> tuple[Action, ...]:
        """The actions that name a journey, one of its stages or touchpoints, or all around it.

        An action on a touchpoint's successor in the target, or on what it replaces, counts too.
        """
        paths = [journey.id]
        if stage is not None:
            paths.append(f"{journey.id}#{stage.id}")
        if touchpoint is not None:
            paths.append(f"{journey.id}/{touchpoint.id}")
            after = self.successor(journey, touchpoint) if journey.state == "current" else None
            if after is not None:
                paths.append(f"{journey.id}/{after.id}")
            paths += [f"{journey.id}/{t.id}" for t in self.origins(journey, touchpoint)]
        found = {id(a): a for path in paths for a in self._actions.get(path, ())}
        return tuple(found.values())

    def delivering(
        self, journey: Journey, stage: Stage | None = None, touchpoint: Touchpoint | None = None
    ) -> tuple[Action, ...]:
        """The actions that work on an item and are not dropped.

        They name it, what it takes over from, or a stage or journey around either.
        """
        found = [*self.actions_on(journey, stage, touchpoint)]
        for before in self.origins(journey, touchpoint) if touchpoint is not None else ():
            home = self.home(before)
            found += self.actions_on(home.journey, home.stage, before)
        return tuple({id(a): a for a in found if a.status != "dropped"}.values())

    def planned(self, journey: Journey, stage: Stage, touchpoint: Touchpoint) -> tuple[Action, ...]:
        """The actions on exactly this touchpoint or its stage that are not dropped."""
        found = self.actions_on(journey, stage, touchpoint)
        whole = self._actions.get(journey.id, ())
        return tuple(a for a in found if a.status != "dropped" and a not in whole)

    @cached_property
    def _reasons(self) -> frozenset[str]:
        actions = (action for action in self.workspace.actions if action.status != "dropped")
        return frozenset(slug(reason) for action in actions for reason in action.because)

    def is_reason(self, pain: Pain) -> bool:
        """Whether an action that is not dropped is taken because of a pain, by id or in words."""
        return slug(pain.text) in self._reasons or (pain.id or "") in self._reasons

    def changed(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether the target does anything about a current touchpoint.

        It does where it replaces or drops it, answers a question otherwise, or aims for a better
        feeling; leaving an answer out is no change. False where there is no target.
        """
        if self.target(journey) is None:
            return False
        after = self.successor(journey, touchpoint)
        if after is None or after.id != touchpoint.id:
            return True
        now, then = touchpoint.lowest(), after.lowest()
        if then is not None and (now is None or then > now):
            return True
        return not _LIVED.isdisjoint(self.differs(journey, touchpoint, after))

    def differs(
        self, journey: Journey, touchpoint: Touchpoint, after: Touchpoint
    ) -> tuple[str, ...]:
        """The keys that a target touchpoint answers otherwise than the current one it follows.

        Leaving an answer out is no change, see `cxmap.model.changes`.
        """
        was, now = self._names(journey)
        return changes.differs(touchpoint, after, was, now, left_out=False)

    def _names(self, journey: Journey) -> tuple[Names, Names]:
        """What names mean in the current and in the target map of a journey."""
        known = self._names_in.get(journey.id)
        if known is None:
            lives_on = self._successors.get(journey.id, {})
            becomes = {before: after.id for before, after in lives_on.items()}
            was = Names(self.workspace, self.current(journey), becomes)
            now = Names(self.workspace, self.target(journey))
            known = self._names_in[journey.id] = was, now
        return known

    @cached_property
    def _names_in(self) -> dict[str, tuple[Names, Names]]:
        return {}

    @cached_property
    def _uses(self) -> dict[str, set[str]]:
        """Where each metric is used."""
        found: dict[str, set[str]] = {}
        for journey in self.workspace.journeys:
            for reference in self.measures_on(journey):
                found.setdefault(reference, set()).add(journey.state)
        for post in self.workspace.listening:
            for reference in post.measures:
                found.setdefault(reference, set()).add("listening")
        strategy = self.workspace.strategy
        for criterion in strategy.criteria if strategy else ():
            for reference in criterion.measures:
                found.setdefault(reference, set()).add("criterion")
        by_id: dict[str, set[str]] = {}
        for reference, uses in found.items():
            for metric in self.metrics([reference]):
                by_id.setdefault(metric.id, set()).update(uses)
        return by_id

    def uses(self, metric: Metric) -> frozenset[str]:
        """Where a metric is used: on a `current` or `target` map, by `listening`, a `criterion`."""
        return frozenset(self._uses.get(metric.id, ()))

    @cached_property
    def _metric_actions(self) -> dict[str, list[Action]]:
        found: dict[str, list[Action]] = {}
        for action in self.workspace.actions:
            references = [*action.because, *action.verify]
            posts = (self.workspace.listening.get(reference) for reference in action.because)
            references += [r for post in posts if post is not None for r in post.measures]
            for metric in dict.fromkeys(m.id for m in self.metrics(references)):
                found.setdefault(metric, []).append(action)
        return found

    def actions_for(self, metric: Metric) -> tuple[Action, ...]:
        """The actions taken because of a metric or what feeds it, or that it is to verify."""
        return tuple(self._metric_actions.get(metric.id, ()))

    def measures_at(self, journey: Journey, touchpoint: Touchpoint) -> tuple[str, ...]:
        """What is measured at a touchpoint: by itself, and by the listening posts on it."""
        posts = self._posts.get(journey.touchpoint_path(touchpoint)) if self._posts else None
        if not posts:  # nearly all
            return touchpoint.measures
        return (*touchpoint.measures, *(r for post in posts for r in post.measures))

    @cached_property
    def _measures(self) -> dict[str, tuple[str, ...]]:
        found = {}
        heard = {path.partition("/")[0] for path in self._posts}  # most maps have no posts
        for journey in self.workspace.journeys:
            has_posts = journey.path in heard
            here = dict.fromkeys(journey.measures)
            for stage in journey.stages:
                here |= dict.fromkeys(stage.measures)
                for post in self.posts_on(journey.stage_path(stage)):
                    here |= dict.fromkeys(post.measures)
                for touchpoint in stage.touchpoints:
                    measures = touchpoint.measures
                    if has_posts:
                        measures = self.measures_at(journey, touchpoint)
                    if measures:
                        here |= dict.fromkeys(measures)
            found[journey.path] = tuple(here)
        return found

    def measures_on(self, journey: Journey) -> tuple[str, ...]:
        """All that is measured on a map, by itself and by listening posts, each once."""
        return self._measures[journey.path]

    @cached_property
    def _voices(self) -> dict[str, tuple[str, ...]]:
        asking = {metric.id for metric in self.voices}
        return {
            path: tuple(m.id for m in self.metrics(measures) if m.id in asking)
            for path, measures in self._measures.items()
        }

    def voices_on(self, journey: Journey) -> tuple[str, ...]:
        """The ids of the metrics that ask the customers of a map."""
        return self._voices[journey.path]

    @cached_property
    def asked_kinds(self) -> Mapping[str, frozenset[str]]:
        """The kinds of metric by which each customer is asked on the current maps, by customer."""
        found: dict[str, set[str]] = {}
        for journey in self.workspace.journeys:
            if journey.state == "current":
                metrics = self.metrics(self.measures_on(journey))
                kinds = {metric.kind for metric in metrics if metric.voice == "customer"}
                for customer in self.customers(journey):
                    found.setdefault(customer.id, set()).update(kinds)
        return {customer: frozenset(kinds) for customer, kinds in found.items()}

    @cached_property
    def lived(self) -> Mapping[str, moments.Lived]:
        """How many touchpoints and moments of truth each customer meets, by the customer's id."""
        return moments.lived(self.workspace)

    @cached_property
    def _rewarded(self) -> frozenset[str]:
        strategy = self.workspace.strategy
        found = set()
        for recognition in strategy.recognition if strategy else ():
            for journey, touchpoint in self.touchpoints_of(recognition.moment or ""):
                found.add(f"{journey.id}/{touchpoint.id}")
            found.update(metric.id for metric in self.metrics(recognition.because))
        return frozenset(found)

    def is_rewarded(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether a recognition names a touchpoint, or a metric that is measured there."""
        metrics = self.metrics(self.measures_at(journey, touchpoint))
        names = {f"{journey.id}/{touchpoint.id}", *(metric.id for metric in metrics)}
        return not names.isdisjoint(self._rewarded)

    @cached_property
    def _trained(self) -> Mapping[str, frozenset[str]]:
        """The teams that are trained for a journey, stage or touchpoint; for all if none is named.

        Items are named as in files, whatever the state of the map.
        """
        strategy = self.workspace.strategy
        found: dict[str, frozenset[str]] = {}
        for training in strategy.training if strategy else ():
            named = [team for reference in training.teams if (team := self.team(reference))]
            teams = frozenset(named or self.workspace.teams.ids())
            for item in (i for reference in training.covers for i in self._covered(reference)):
                found[item] = found.get(item, frozenset()) | teams
        return found

    def _covered(self, reference: str) -> Iterator[str]:
        if "/" in reference:
            yield from (f"{j.id}/{t.id}" for j, t in self.touchpoints_of(reference))
        elif "#" in reference:
            yield from (f"{j.id}#{s.id}" for j, s in self.stages_of(reference))
        else:
            yield from (journey.id for journey in self.workspace.maps_of(reference))

    def trained_for(self, journey: Journey, stage: Stage, touchpoint: Touchpoint) -> frozenset[str]:
        """The teams with a training that covers a touchpoint, its stage or its journey."""
        items = (journey.id, f"{journey.id}#{stage.id}", f"{journey.id}/{touchpoint.id}")
        return frozenset().union(*(self._trained.get(item, ()) for item in items))

    @cached_property
    def _posts(self) -> dict[str, list[ListeningPost]]:
        found: dict[str, list[ListeningPost]] = {}
        for post in self.workspace.listening:
            for reference in post.touchpoints:
                for journey, touchpoint in self.touchpoints_of(reference):
                    found.setdefault(journey.touchpoint_path(touchpoint), []).append(post)
            for reference in post.stages:
                for journey, stage in self.stages_of(reference):
                    found.setdefault(journey.stage_path(stage), []).append(post)
        return found

    def posts_on(self, path: str) -> tuple[ListeningPost, ...]:
        """The listening posts at a touchpoint or stage, by its item path."""
        return tuple(self._posts.get(path, ()))

    @cached_property
    def _readings(self) -> dict[str, list[Reading]]:
        """The overall readings of each metric: one written with the metric wins over the rest."""
        found: dict[str, dict[tuple[str, ...], Reading]] = {}
        for metric in self.workspace.metrics:
            own = found.setdefault(metric.id, {})
            for reading in metric.readings:
                own.setdefault(_key(reading), reading)
        for reading in self.workspace.readings:
            metric_found = self.workspace.metrics.get(reading.metric)
            if metric_found is not None:
                found[metric_found.id].setdefault(_key(reading), reading)
        return {
            metric: sorted(rows.values(), key=lambda r: (period_end(r.period), r.period))
            for metric, rows in found.items()
        }

    def readings(self, metric: Metric, *, everywhere: bool = False) -> tuple[Reading, ...]:
        """A metric's readings, oldest first: of all customers and places, or of each too."""
        rows = self._readings.get(metric.id, ())
        return tuple(r for r in rows if everywhere or _is_overall(r))

    def newest(self, metric: Metric, *, everywhere: bool = False) -> Reading | None:
        """A metric's newest reading: of all customers and places, or of any of them."""
        rows = self.readings(metric, everywhere=everywhere)
        return rows[-1] if rows else None

    def latest(self, metric: Metric) -> tuple[Reading, ...]:
        """A metric's newest overall reading; where it has none, the newest of each place."""
        overall = self.newest(metric)
        if overall is not None:
            return (overall,)
        rows = self.readings(metric, everywhere=True)
        places = {(r.journey, r.stage, r.touchpoint): r for r in rows if not r.segment}
        return tuple(places.values())

    @cached_property
    def has_readings(self) -> bool:
        """Whether any metric was ever read."""
        return any(self._readings.values())

    def place_of(self, reading: Reading) -> str:
        """What customers call the place that a reading is of; nothing where it is of all."""
        touchpoints = self.touchpoints_of(reading.touchpoint or "")
        stages = self.stages_of(reading.stage or "")
        maps = self.workspace.maps_of(reading.journey or "")
        names = (*(t.what for _, t in touchpoints), *(s.name for _, s in stages))
        return next(iter((*names, *(m.label for m in maps))), "")


_LIVED = frozenset(
    (
        *("what", "who", "with", "contact", "customers", "if", "how", "when", "measures"),
        *("expectation", "standard", "evidence", "frontstage", "backstage", "support"),
        *("journey", "handoff"),
    )
)
"""The answers in which a target can differ from what is lived today."""


def _get(workspace: Workspace, journey: Journey, reference: str) -> Touchpoint | None:
    return workspace.touchpoint_index(journey).get(reference)


def _key(reading: Reading) -> tuple[str, ...]:
    segment = (
        reading.segment
        if not isinstance(reading.segment, dict)
        else tuple(
            sorted((str(k), str(v)) for k, v in reading.segment.items() if isinstance(k, str))
        )
    )
    place = (reading.journey or "", reading.stage or "", reading.touchpoint or "")
    return (reading.period, *place, str(segment or ""))


def _is_overall(reading: Reading) -> bool:
    return not (reading.journey or reading.stage or reading.touchpoint or reading.segment)


_QUARTER_MONTHS = 3
_DECEMBER = 12


def period_start(period: str) -> date:
    """The first day of a period: a day, 2026-W38, 2026-09, 2026-Q3 or 2026."""
    year = int(period[:4])
    rest = period[5:]
    if not rest:
        return date(year, 1, 1)
    if rest.startswith("W"):
        return date.fromisocalendar(year, int(rest[1:]), 1)
    if rest.startswith("Q"):
        return date(year, _QUARTER_MONTHS * (int(rest[1:]) - 1) + 1, 1)
    if "-" in rest:
        return date.fromisoformat(period)
    return date(year, int(rest), 1)


def period_end(period: str) -> date:
    """The last day of a period."""
    first = period_start(period)
    rest = period[5:]
    if not rest:
        return date(first.year, _DECEMBER, 31)
    if rest.startswith("W"):
        return first + timedelta(days=6)
    if "-" in rest:
        return first
    months = _QUARTER_MONTHS if rest.startswith("Q") else 1
    after = first.month + months
    if after > _DECEMBER:
        return date(first.year, _DECEMBER, 31)
    return date(first.year, after, 1) - timedelta(days=1)
