"""What actions work on, and why they are taken."""

from collections.abc import Iterator
from functools import cached_property

from cxmap.facts.places import Places
from cxmap.facts.redesign import Redesign
from cxmap.facts.references import stages_of, touchpoints_of
from cxmap.model.action import Action
from cxmap.model.journey import Journey, Stage
from cxmap.model.metric import Metric
from cxmap.model.touchpoint import Pain, Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.words import slug


class Actions:
    """What the actions of a workspace work on."""

    def __init__(self, workspace: Workspace, places: Places, redesign: Redesign) -> None:
        self._workspace = workspace
        self._places = places
        self._redesign = redesign

    @cached_property
    def _actions(self) -> dict[str, dict[str, list[Action]]]:
        """The actions on a journey's items, by its id and by what comes after it in a reference.

        Whatever the state of the map; those on the journey as a whole are under nothing.
        """
        found: dict[str, dict[str, list[Action]]] = {}
        for action in self._workspace.actions:
            for journey, item in self._touched(action):
                found.setdefault(journey, {}).setdefault(item, []).append(action)
        return found

    def touched(self, action: Action) -> Iterator[tuple[Journey, Touchpoint]]:
        """The touchpoints that an action names, itself or with their stage or journey.

        Those of the current and of the target map; one may come twice.
        """
        for reference in action.journeys:
            for journey in self._workspace.maps_of(reference):
                yield from ((journey, touchpoint) for touchpoint in journey.touchpoints())
        for reference in action.stages:
            for journey, stage in stages_of(self._workspace, reference):
                yield from ((journey, touchpoint) for touchpoint in stage.touchpoints)
        for reference in action.touchpoints:
            yield from touchpoints_of(self._workspace, reference)

    def _touched(self, action: Action) -> Iterator[tuple[str, str]]:
        for reference in action.journeys:
            yield from {(m.id, "") for m in self._workspace.maps_of(reference)}
        for reference in action.stages:
            for journey, stage in stages_of(self._workspace, reference):
                yield journey.id, f"#{stage.id}"
        for reference in action.touchpoints:
            yield from {(j.id, f"/{t.id}") for j, t in touchpoints_of(self._workspace, reference)}

    def on(
        self, journey: Journey, stage: Stage | None = None, touchpoint: Touchpoint | None = None
    ) -> tuple[Action, ...]:
        """The actions that name a journey, one of its stages or touchpoints, or all around it.

        An action on a touchpoint's successor in the target, or on what it replaces, counts too.
        """
        actions = self._actions.get(journey.id)
        if actions is None:
            return ()
        items = [""]
        if stage is not None:
            items.append(f"#{stage.id}")
        if touchpoint is not None:
            items.append(f"/{touchpoint.id}")
            after = (
                self._redesign.successor(journey, touchpoint)
                if journey.state == "current"
                else None
            )
            if after is not None:
                items.append(f"/{after.id}")
            items += [f"/{t.id}" for t in self._redesign.origins(journey, touchpoint)]
        found = {id(a): a for item in items for a in actions.get(item, ())}
        return tuple(found.values())

    def delivering(
        self, journey: Journey, stage: Stage | None = None, touchpoint: Touchpoint | None = None
    ) -> tuple[Action, ...]:
        """The actions that work on an item and are not dropped.

        They name it, what it takes over from, or a stage or journey around either.
        """
        found = [*self.on(journey, stage, touchpoint)]
        for before in self._redesign.origins(journey, touchpoint) if touchpoint is not None else ():
            home = self._places.home(before)
            found += self.on(home.journey, home.stage, before)
        return tuple({id(a): a for a in found if a.status != "dropped"}.values())

    def planned(self, journey: Journey, stage: Stage, touchpoint: Touchpoint) -> tuple[Action, ...]:
        """The actions on exactly this touchpoint or its stage that are not dropped."""
        found = self.on(journey, stage, touchpoint)
        whole = self._actions.get(journey.id, {}).get("", ())
        return tuple(a for a in found if a.status != "dropped" and a not in whole)

    @cached_property
    def _reasons(self) -> frozenset[str]:
        actions = (action for action in self._workspace.actions if action.status != "dropped")
        return frozenset(slug(reason) for action in actions for reason in action.because)

    def is_reason(self, pain: Pain) -> bool:
        """Whether an action that is not dropped is taken because of a pain, by id or in words."""
        return slug(pain.text) in self._reasons or (pain.id or "") in self._reasons

    @cached_property
    def _metric_actions(self) -> dict[str, list[Action]]:
        found: dict[str, list[Action]] = {}
        for action in self._workspace.actions:
            references = [*action.because, *action.verify]
            posts = self._workspace.listening.among(action.because)
            references += [r for post in posts for r in post.measures]
            for metric in dict.fromkeys(m.id for m in self._workspace.metrics.among(references)):
                found.setdefault(metric, []).append(action)
        return found

    def for_metric(self, metric: Metric) -> tuple[Action, ...]:
        """The actions taken because of a metric or what feeds it, or that it is to verify."""
        return tuple(self._metric_actions.get(metric.id, ()))
