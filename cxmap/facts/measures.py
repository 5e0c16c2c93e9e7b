"""What is measured where, and which customers are asked."""

from collections.abc import Mapping
from functools import cached_property

from cxmap.facts.references import stages_of, touchpoints_of
from cxmap.model.journey import Journey
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace


class Measures:
    """What is measured on the maps of a workspace, by the maps themselves and by posts on them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def voices(self) -> tuple[Metric, ...]:
        """The metrics that ask the customer."""
        return tuple(m for m in self._workspace.metrics if m.voice == "customer")

    @cached_property
    def _posts(self) -> dict[str, list[ListeningPost]]:
        found: dict[str, list[ListeningPost]] = {}
        for post in self._workspace.listening:
            for reference in post.touchpoints:
                for journey, touchpoint in touchpoints_of(self._workspace, reference):
                    found.setdefault(journey.touchpoint_path(touchpoint), []).append(post)
            for reference in post.stages:
                for journey, stage in stages_of(self._workspace, reference):
                    found.setdefault(journey.stage_path(stage), []).append(post)
        return found

    def posts_on(self, path: str) -> tuple[ListeningPost, ...]:
        """The listening posts at a touchpoint or stage, by its item path."""
        return tuple(self._posts.get(path, ()))

    def at(self, journey: Journey, touchpoint: Touchpoint) -> tuple[str, ...]:
        """What is measured at a touchpoint: by itself, and by the listening posts on it."""
        posts = self._posts.get(journey.touchpoint_path(touchpoint)) if self._posts else None
        if not posts:  # nearly all
            return touchpoint.measures
        return (*touchpoint.measures, *(r for post in posts for r in post.measures))

    @cached_property
    def _measures(self) -> dict[str, tuple[str, ...]]:
        found = {}
        heard = {path.partition("/")[0] for path in self._posts}  # most maps have no posts
        for journey in self._workspace.journeys:
            has_posts = journey.path in heard
            here = dict.fromkeys(journey.measures)
            for stage in journey.stages:
                here |= dict.fromkeys(stage.measures)
                for post in self.posts_on(journey.stage_path(stage)):
                    here |= dict.fromkeys(post.measures)
                for touchpoint in stage.touchpoints:
                    measures = touchpoint.measures
                    if has_posts:
                        measures = self.at(journey, touchpoint)
                    if measures:
                        here |= dict.fromkeys(measures)
            found[journey.path] = tuple(here)
        return found

    def on(self, journey: Journey) -> tuple[str, ...]:
        """All that is measured on a map, by itself and by listening posts, each once."""
        return self._measures[journey.path]

    @cached_property
    def _voices(self) -> dict[str, tuple[str, ...]]:
        asking = {metric.id for metric in self.voices}
        return {
            path: tuple(m.id for m in self._workspace.metrics.among(measures) if m.id in asking)
            for path, measures in self._measures.items()
        }

    def voices_on(self, journey: Journey) -> tuple[str, ...]:
        """The ids of the metrics that ask the customers of a map."""
        return self._voices[journey.path]

    @cached_property
    def asked_kinds(self) -> Mapping[str, frozenset[str]]:
        """The kinds of metric by which each customer is asked on the current maps, by customer."""
        found: dict[str, set[str]] = {}
        for journey in self._workspace.journeys:
            if journey.state == "current":
                metrics = self._workspace.metrics.among(self.on(journey))
                kinds = {metric.kind for metric in metrics if metric.voice == "customer"}
                for customer in self._workspace.customers.among(journey.customer_refs()):
                    found.setdefault(customer.id, set()).update(kinds)
        return {customer: frozenset(kinds) for customer, kinds in found.items()}

    @cached_property
    def _uses(self) -> dict[str, set[str]]:
        """Where each metric is used."""
        found: dict[str, set[str]] = {}
        for journey in self._workspace.journeys:
            for reference in self.on(journey):
                found.setdefault(reference, set()).add(journey.state)
        for post in self._workspace.listening:
            for reference in post.measures:
                found.setdefault(reference, set()).add("listening")
        strategy = self._workspace.strategy
        for criterion in strategy.criteria if strategy else ():
            for reference in criterion.measures:
                found.setdefault(reference, set()).add("criterion")
        by_id: dict[str, set[str]] = {}
        for reference, uses in found.items():
            for metric in self._workspace.metrics.among([reference]):
                by_id.setdefault(metric.id, set()).update(uses)
        return by_id

    def uses(self, metric: Metric) -> frozenset[str]:
        """Where a metric is used: on a `current` or `target` map, by `listening`, a `criterion`."""
        return frozenset(self._uses.get(metric.id, ()))
