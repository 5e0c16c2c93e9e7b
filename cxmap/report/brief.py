"""Everything that pages are computed from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cxmap.about import About
from cxmap.facts import Facts
from cxmap.finding import Finding, Severity
from cxmap.loading.settings import Settings
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.report.comparisons import Comparisons
from cxmap.timing.calendar import Calendar


@dataclass(frozen=True)
class Brief:
    """What a report is about, the same for every page and format.

    Attributes:
        workspace: everything that was read.
        facts: what follows from it.
        settings: the workspace's settings.
        findings: what reading and the rules found, accepted gaps included.
        rules: the rules that ran, with what they find and why it matters.
        today: the date to go by.
        journeys: the maps that are asked for, in the order of their files.
        comparisons: what maps are compared with.
        focus: `team:sales`, `customer:new-buyer`, or nothing for everybody.
    """

    workspace: Workspace
    facts: Facts
    settings: Settings
    findings: tuple[Finding, ...]
    rules: tuple[About, ...]
    today: date
    journeys: tuple[Journey, ...]
    comparisons: Comparisons
    focus: str = ""

    @cached_property
    def calendar(self) -> Calendar:
        """Which days are worked."""
        return self.settings.calendar.calendar()

    @property
    def least(self) -> int:
        """Under this many answers no figure is shown."""
        return self.settings.privacy.min_n

    @cached_property
    def about(self) -> Mapping[str, About]:
        """The rules that ran, by name."""
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def _by_map(self) -> Mapping[str, Sequence[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            path = finding.item.partition("#")[0].partition("/")[0]
            found.setdefault(path, []).append(finding)
        return found

    def findings_on(self, journey: Journey) -> Sequence[Finding]:
        """What was found on a map, accepted gaps included."""
        return self._by_map.get(journey.path, ())

    @cached_property
    def accepted(self) -> tuple[Finding, ...]:
        """The gaps that somebody accepts, with a reason."""
        return tuple(f for f in self.findings if f.suppressed is not None)

    @cached_property
    def accepted_rules(self) -> Mapping[str, frozenset[str]]:
        """The rules whose gaps are accepted, by item path."""
        found: dict[str, set[str]] = {}
        for finding in self.accepted:
            found.setdefault(finding.item, set()).add(finding.rule)
        return {item: frozenset(rules) for item, rules in found.items()}

    @cached_property
    def pains(self) -> Mapping[str, str]:
        """The texts of the pains that have an id, by that id."""
        touchpoints = (touchpoint for _, _, touchpoint in self.workspace.touchpoints())
        return {pain.id: pain.text for t in touchpoints for pain in t.pains if pain.id}

    @cached_property
    def opened(self) -> Mapping[str, Sequence[tuple[Journey, Touchpoint]]]:
        """The touchpoints of current maps that open into a journey, by that journey's id."""
        found: dict[str, list[tuple[Journey, Touchpoint]]] = {}
        for outer, _, touchpoint in self.workspace.touchpoints():
            inner = self.workspace.maps_of(touchpoint.journey) if touchpoint.journey else ()
            if inner and outer.state == "current" and outer.id != inner[0].id:
                found.setdefault(inner[0].id, []).append((outer, touchpoint))
        return found

    def numbers(self, journey: Journey) -> Mapping[str, str]:
        """What ties a page together: a touchpoint's number by its id, 3.2 for stage 3, second."""
        known = self._numbers.get(id(journey))
        if known is None:
            known = {
                touchpoint.id: f"{s}.{t}"
                for s, stage in enumerate(journey.stages, 1)
                for t, touchpoint in enumerate(stage.touchpoints, 1)
            }
            self._numbers[id(journey)] = known
        return known

    @cached_property
    def _numbers(self) -> dict[int, Mapping[str, str]]:
        return {}  # by map, since two files may hold a map of the same path


def standing(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that nobody accepts, worst first and else in their order."""
    return sorted((f for f in findings if f.suppressed is None), key=lambda f: f.severity)


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[finding.severity] += 1
    return found
