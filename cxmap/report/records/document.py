"""The whole report as one JSON document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from cxmap.model.action import Action
from cxmap.model.metric import Metric
from cxmap.output.as_json import dumps
from cxmap.output.changes.json import change_record, map_record
from cxmap.output.findings._record import record as finding
from cxmap.report.brief import Brief
from cxmap.report.page import Links
from cxmap.report.records.action import action
from cxmap.report.records.journey import journey
from cxmap.report.records.metric import metric
from cxmap.report.studio import Studio
from cxmap.report.view.marks import Marks

VERSION = 1
"""Goes up when those who read the document have to change."""


@dataclass(frozen=True)
class Records:
    """A report that is ready to be written.

    Attributes:
        brief: what it is about.
        whole: it is about the whole workspace, not about named journeys, one team or customer.
    """

    brief: Brief
    whole: bool = True
    first: ClassVar[str] = "report.json"
    single: ClassVar[bool] = True

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its one file."""
        yield self.first, f"{dumps(self.document())}\n".encode()

    def document(self) -> dict[str, Any]:
        """All that the report knows."""
        brief = self.brief
        links = Links({})
        studio = Studio(brief, links, Marks(brief.workspace, links))
        strategy = brief.workspace.strategy
        journeys = [journey(part, studio) for part in brief.journeys]
        return {
            "version": VERSION,
            "today": brief.today.isoformat(),
            "organization": brief.settings.organization or "",
            "language": brief.settings.language or "",
            "currency": brief.settings.currency or "",
            "intent": (strategy.intent if strategy else None) or "",
            "leader": (strategy.leader if strategy else None) or "",
            "sponsor": (strategy.sponsor if strategy else None) or "",
            "teams": [
                {"id": team.id, "name": team.label, "function": team.function or "other"}
                for team in brief.workspace.teams
            ],
            "customers": [
                {"id": one.id, "name": one.label, "kind": one.kind, "about": one.about or ""}
                for one in brief.workspace.customers
            ],
            "journeys": journeys,
            "comparisons": list(self._comparisons()),
            "metrics": [metric(part, studio) for part in self._metrics()],
            "actions": [action(part, studio) for part in self._actions(journeys)],
            "findings": [finding(f) for f in brief.findings if self.whole or self._on_map(f.item)],
        }

    def _comparisons(self) -> Iterator[dict[str, Any]]:
        """What the target of each journey changes, each journey once."""
        comparisons = self.brief.comparisons
        for key in dict.fromkeys(key for key, _ in comparisons.keys(self.brief.journeys)):
            _, part, comparison, _ = comparisons.of(key)
            changes = [change_record(change) for change in comparison.changes]
            yield {"journey": key, **map_record(part, comparison), "changes": changes}

    def _metrics(self) -> Iterator[Metric]:
        """The metrics of the workspace, or of the maps that were named; each once."""
        brief = self.brief
        shown = {
            found.id
            for part in brief.journeys
            for found in brief.facts.metrics(brief.facts.measures.on(part))
        }
        for identity in brief.workspace.metrics.ids():
            found = brief.workspace.metrics.get(identity)
            if found is not None and (self.whole or identity in shown):
                yield found

    def _actions(self, journeys: list[dict[str, Any]]) -> Iterator[Action]:
        shown = {identity for part in journeys for identity in part["actions"]}
        for found in self.brief.workspace.actions:
            if self.whole or found.id in shown:
                yield found

    def _on_map(self, item: str) -> bool:
        path = item.partition("#")[0].partition("/")[0]
        return any(part.path == path for part in self.brief.journeys)
