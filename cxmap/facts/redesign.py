"""What the target map of a journey makes of its current map."""

from collections.abc import Mapping
from functools import cached_property

from cxmap.model import changes
from cxmap.model.journey import Journey, Retired
from cxmap.model.meaning import Names
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace

_LIVED = frozenset(
    (
        *("what", "who", "with", "contact", "customers", "if", "how", "when", "measures"),
        *("expectation", "standard", "evidence", "frontstage", "backstage", "support"),
        *("journey", "handoff"),
    )
)
"""The answers in which a target can differ from what is lived today."""


class Redesign:
    """What the target maps of a workspace make of the current ones."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _successors(self) -> dict[str, dict[str, Touchpoint]]:
        """For each target map: which of its touchpoints a current one lives on in, by id."""
        found: dict[str, dict[str, Touchpoint]] = {}
        for target in self._workspace.journeys:
            if target.state != "target":
                continue
            current = self._workspace.map_of(target.id)
            lives_on = {t.id: t for t in target.touchpoints()}
            for touchpoint in target.touchpoints():
                for reference in touchpoint.replaces:
                    own = reference.removeprefix(f"{target.id}/")
                    before = _get(self._workspace, current, own) if current else None
                    lives_on[before.id if before else own] = touchpoint
            found[target.id] = lives_on
        return found

    def successor(self, journey: Journey, touchpoint: Touchpoint) -> Touchpoint | None:
        """What a current touchpoint becomes in the target: the same id, or what replaces it."""
        return self._successors.get(journey.id, {}).get(touchpoint.id)

    @cached_property
    def _origins(self) -> dict[str, dict[str, tuple[Touchpoint, ...]]]:
        found: dict[str, dict[str, tuple[Touchpoint, ...]]] = {}
        for current in self._workspace.journeys:
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
        for target in self._workspace.journeys:
            current = self._workspace.map_of(target.id) if target.state == "target" else None
            if current is None:
                continue
            references: dict[str, Retired | None] = {
                r: None for t in target.touchpoints() for r in t.replaces
            }
            references |= {item.touchpoint: item for item in target.retired}
            retired, unknown = {}, []
            for reference, item in references.items():
                own = reference.removeprefix(f"{target.id}/")
                touchpoint = _get(self._workspace, current, own)
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

    def changed(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether the target does anything about a current touchpoint.

        It does where it replaces or drops it, answers a question otherwise, or aims for a better
        feeling; leaving an answer out is no change. False where there is no target.
        """
        if self._workspace.map_of(journey.id, "target") is None:
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
            was = Names(self._workspace, self._workspace.map_of(journey.id), becomes)
            now = Names(self._workspace, self._workspace.map_of(journey.id, "target"))
            known = self._names_in[journey.id] = was, now
        return known

    @cached_property
    def _names_in(self) -> dict[str, tuple[Names, Names]]:
        return {}


def _get(workspace: Workspace, journey: Journey, reference: str) -> Touchpoint | None:
    return workspace.touchpoint_index(journey).get(reference)
