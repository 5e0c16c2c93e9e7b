"""What pages are built with: the brief, the ways between pages, and views that several share."""

from dataclasses import dataclass, field

from cxmap.model.action import Action
from cxmap.model.journey import Journey, Stage
from cxmap.model.metric import Metric
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.brief import Brief
from cxmap.report.page import Links
from cxmap.report.view.action import ActionView, action
from cxmap.report.view.marks import Marks
from cxmap.report.view.measure import Measure, measure
from cxmap.report.view.touchpoint import Card, card


@dataclass(frozen=True)
class Studio:
    """Builds the views that several pages show, each once.

    Attributes:
        brief: what the report is about.
        links: where the pages are.
        marks: the marks of teams and channels.
    """

    brief: Brief
    links: Links
    marks: Marks
    _measures: dict[str, Measure] = field(default_factory=dict)
    _actions: dict[str, ActionView] = field(default_factory=dict)
    _cards: dict[str, Card] = field(default_factory=dict)

    def measure(self, metric: Metric) -> Measure:
        """A metric as it is shown."""
        if metric.id not in self._measures:
            self._measures[metric.id] = measure(metric, self.brief, self.marks)
        return self._measures[metric.id]

    def measure_at(self, metric: Metric, journey: Journey, part: Stage | Touchpoint) -> Measure:
        """A metric as it reads at a touchpoint or stage; as a whole where nobody read it there."""
        own = self.brief.facts.readings.at(metric, journey, part)
        if not own:
            return self.measure(metric)
        key = f"{metric.id} {type(part).__name__} {journey.id} {part.id}"
        if key not in self._measures:
            self._measures[key] = measure(metric, self.brief, self.marks, own)
        return self._measures[key]

    def action(self, part: Action) -> ActionView:
        """An action as it is shown."""
        if part.id not in self._actions:
            self._actions[part.id] = action(part, self.brief, self.marks, self.links)
        return self._actions[part.id]

    def card(self, journey: Journey, touchpoint: Touchpoint) -> Card:
        """A touchpoint as it is shown."""
        path = journey.touchpoint_path(touchpoint)
        if path not in self._cards:
            made = card(journey, touchpoint, self.brief, self.marks, self.links)
            self._cards[path] = made
        return self._cards[path]
