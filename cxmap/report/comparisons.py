"""What the maps of a report are compared with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cxmap.diff.accepted import read_accepted
from cxmap.diff.comparison import Comparison, accept, compare_targets
from cxmap.facts import Facts
from cxmap.loading.workspace import Loaded
from cxmap.model.journey import Journey


class Compared(NamedTuple):
    """A map that is compared.

    Attributes:
        key: what its page goes by.
        journey: the map as it is, or as it was where it is gone.
        comparison: what it is compared with.
        shown: the same with only the changes that are shown.
    """

    key: str
    journey: Journey
    comparison: Comparison
    shown: Comparison


@dataclass(frozen=True)
class Comparisons:
    """The comparisons of a report: of maps with their targets, or the one that it is about.

    Attributes:
        loaded: the workspace.
        facts: what follows from it.
        today: the date to go by.
        given: the comparison that the report is about; None where it is about the workspace.
        shown: the same with only the changes that are shown.
    """

    loaded: Loaded
    facts: Facts
    today: date
    given: Comparison | None = None
    shown: Comparison | None = None
    _made: dict[str, Compared] = field(default_factory=dict, repr=False)

    def keys(self, journeys: Iterable[Journey]) -> Iterator[tuple[str, Journey]]:
        """The maps that have a comparison, each with what its page goes by.

        Args:
            journeys: the maps that are asked for.
        """
        if self.given is not None:
            yield from ((journey.path, journey) for journey in self.given.journeys)
            return
        for journey in journeys:
            target = self.facts.target(journey) if journey.state == "current" else None
            if target is not None and target is not journey:
                yield journey.id, target

    def of(self, key: str) -> Compared:
        """The comparison that a page shows."""
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = self._make(key)
        return known

    def _make(self, key: str) -> Compared:
        if self.given is not None:
            journey = next(j for j in self.given.journeys if j.path == key)
            return Compared(key, journey, self.given, self.shown or self.given)
        found = compare_targets(self.loaded, (key,), facts=self.facts)
        accepted = self.loaded.settings.diff.accepted
        if accepted:
            found = accept(found, read_accepted(self.loaded.place, accepted, self.today))
        return Compared(key, found.maps[0].after, found, found)
