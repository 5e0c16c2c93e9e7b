"""What staff are trained for and rewarded for."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from cxmap.facts.measures import Measures
from cxmap.facts.references import stages_of, team_of, touchpoints_of
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace


class Culture:
    """What the strategy of a workspace does for the people behind its touchpoints."""

    def __init__(self, workspace: Workspace, measures: Measures) -> None:
        self._workspace = workspace
        self._measures = measures

    @cached_property
    def _rewarded(self) -> frozenset[str]:
        strategy = self._workspace.strategy
        found = set()
        for recognition in strategy.recognition if strategy else ():
            for journey, touchpoint in touchpoints_of(self._workspace, recognition.moment or ""):
                found.add(f"{journey.id}/{touchpoint.id}")
            found.update(metric.id for metric in self._workspace.metrics.among(recognition.because))
        return frozenset(found)

    def is_rewarded(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether a recognition names a touchpoint, or a metric that is measured there."""
        metrics = self._workspace.metrics.among(self._measures.at(journey, touchpoint))
        names = {f"{journey.id}/{touchpoint.id}", *(metric.id for metric in metrics)}
        return not names.isdisjoint(self._rewarded)

    @cached_property
    def _trained(self) -> Mapping[str, frozenset[str]]:
        """The teams that are trained for a journey, stage or touchpoint; for all if none is named.

        Items are named as in files, whatever the state of the map.
        """
        strategy = self._workspace.strategy
        found: dict[str, frozenset[str]] = {}
        for training in strategy.training if strategy else ():
            named = [
                team
                for reference in training.teams
                if (team := team_of(self._workspace, reference))
            ]
            teams = frozenset(named or self._workspace.teams.ids())
            for item in (i for reference in training.covers for i in self._covered(reference)):
                found[item] = found.get(item, frozenset()) | teams
        return found

    def _covered(self, reference: str) -> Iterator[str]:
        if "/" in reference:
            yield from (f"{j.id}/{t.id}" for j, t in touchpoints_of(self._workspace, reference))
        elif "#" in reference:
            yield from (f"{j.id}#{s.id}" for j, s in stages_of(self._workspace, reference))
        else:
            yield from (journey.id for journey in self._workspace.maps_of(reference))

    def trained_for(self, journey: Journey, stage: Stage, touchpoint: Touchpoint) -> frozenset[str]:
        """The teams with a training that covers a touchpoint, its stage or its journey."""
        items = (journey.id, f"{journey.id}#{stage.id}", f"{journey.id}/{touchpoint.id}")
        return frozenset().union(*(self._trained.get(item, ()) for item in items))
