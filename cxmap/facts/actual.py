"""How customers really went on journeys, as events said."""

from collections.abc import Mapping
from functools import cached_property

from cxmap.model.actual import Actual
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace


class Actuals:
    """What a workspace holds of how customers really went."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, journey: Journey) -> tuple[Actual, ...]:
        """How customers went on a map of today, one for each source of events that says so."""
        return self._by_journey.get(journey.id, ()) if journey.state == "current" else ()

    @cached_property
    def _by_journey(self) -> Mapping[str, tuple[Actual, ...]]:
        found: dict[str, dict[str, Actual]] = {}
        for actual in self._workspace.actual:
            for journey in self._workspace.maps_of(actual.journey)[:1]:
                found.setdefault(journey.id, {}).setdefault(actual.data, actual)
        return {journey: tuple(by_data.values()) for journey, by_data in found.items()}
