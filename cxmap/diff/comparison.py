"""A comparison as every output receives it: what changed, what it means, who delivers it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cxmap.diff.asks import Ask, asks
from cxmap.diff.balance import Balance, picture
from cxmap.diff.change import Accepted, Change, fingerprinted
from cxmap.diff.compare import differences, differences_to_target, match_target
from cxmap.diff.difference import Difference
from cxmap.diff.groups import Group, grouped
from cxmap.diff.judge import judge, read_levels
from cxmap.diff.level import Level
from cxmap.diff.matching import Maps, match_workspaces
from cxmap.diff.sight import Sight
from cxmap.diff.unread import told, unread
from cxmap.facts import Facts
from cxmap.loading.settings import Settings
from cxmap.loading.workspace import Loaded
from cxmap.model.action import Action
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint


@dataclass(frozen=True)
class Comparison:
    """What changed between two versions.

    Attributes:
        before: what the one is called, such as `main` or `current`.
        after: what the other is called.
        sight: both sides.
        maps: the maps that both have, with which of their parts belong together.
        changes: what changed, in the order of the maps.
        unread: files that could not be read in full: what is missing in them is not told as gone.
    """

    before: str
    after: str
    sight: Sight
    maps: tuple[Maps, ...]
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()

    @property
    def aim(self) -> bool:
        """Whether today's maps are compared with what is aimed for."""
        return self.sight.aim

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The changes by the item they are about."""
        return grouped(self.changes)

    @cached_property
    def _by_map(self) -> Mapping[str, tuple[Group, ...]]:
        found: dict[str, list[Group]] = {}
        for group in self.groups:
            journey = self._as_it_is(group.spot.journey)
            found.setdefault(journey.path if journey else "", []).append(group)
        return {path: tuple(groups) for path, groups in found.items()}

    @cached_property
    def _became(self) -> Mapping[int, Journey]:
        return {id(maps.before): maps.after for maps in self.maps}

    def _as_it_is(self, journey: Journey | None) -> Journey | None:
        return self._became.get(id(journey), journey)

    def groups_of(self, journey: Journey) -> tuple[Group, ...]:
        """The changes of a map as it is, or as it was where it is gone."""
        return self._by_map.get(journey.path, ())

    @cached_property
    def groups_elsewhere(self) -> tuple[Group, ...]:
        """The changes outside maps."""
        return self._by_map.get("", ())

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """The maps in which something changed, as they are, else as they were."""
        found = (self._as_it_is(group.spot.journey) for group in self.groups)
        return tuple({j.path: j for j in found if j is not None}.values())

    def maps_of(self, journey: Journey) -> Maps | None:
        """The two versions of a map, where it has both."""
        return next((m for m in self.maps if journey.path in {m.after.path, m.before.path}), None)

    def balance(self, journey: Journey) -> Balance:
        """A map before and after, counted."""
        maps = self.maps_of(journey)
        if maps is not None:
            before, after = (
                picture(self.sight.was, maps.before),
                picture(self.sight.now, maps.after),
            )
            return Balance(before, after)
        if any(journey is found for found in self.sight.now.workspace.journeys):
            return Balance(None, picture(self.sight.now, journey))
        return Balance(picture(self.sight.was, journey), None)

    def unchanged(self, journey: Journey) -> int:
        """How many touchpoints of a map have no change at all."""
        touched = {g.after.item for g in self.groups_of(journey) if g.after}
        return sum(journey.touchpoint_path(t) not in touched for t in journey.touchpoints())

    def asks(self, journey: Journey) -> tuple[Ask, ...]:
        """What the changes of a map ask of each team."""
        maps = self.maps_of(journey)
        return asks([maps] if maps else [], self.groups_of(journey), self.sight)

    def weighs(self, level: Level) -> bool:
        """Whether a change that nobody accepts is as bad as that, or worse."""
        return any(c.level <= level for c in self.changes if c.accepted is None)

    def counts(self) -> Mapping[Level, int]:
        """How many changes there are of each level, accepted ones left out."""
        standing = [change for change in self.changes if change.accepted is None]
        return {level: sum(change.level is level for change in standing) for level in Level}


def compare_workspaces(
    before: Loaded,
    after: Loaded,
    names: tuple[str, str],
    *,
    guess: bool = True,
    same: tuple[Journey, Journey] | None = None,
) -> Comparison:
    """Compare two versions of a workspace.

    Args:
        before: the one.
        after: the other; its settings count.
        names: what the two are called.
        guess: whether items that are clearly alike are taken for one that got another id.
        same: two maps that are versions of one, whatever their ids.

    Raises:
        CxmapError: the settings name a kind of change that does not exist.
    """
    matched = match_workspaces(before.workspace, after.workspace, guess=guess, same=same)
    missing = unread(before, after)
    sight = _sight(Facts(before.workspace), Facts(after.workspace), after.settings, aim=False)
    levels = read_levels(after.settings.diff.levels)
    found = judge(told(differences(matched), missing), sight, levels)
    changes = fingerprinted(_with_actions(found, sight))
    return Comparison(*names, sight, matched.maps, changes, missing.files)


def compare_targets(
    loaded: Loaded, journeys: Iterable[str], *, guess: bool = True, facts: Facts | None = None
) -> Comparison:
    """Compare the current maps of journeys with their targets.

    Args:
        loaded: the workspace.
        journeys: the ids of journeys that have both.
        guess: whether touchpoints that are clearly alike are taken for one that got another id.
        facts: what follows from the workspace, where that is known already.

    Raises:
        CxmapError: the settings name a kind of change that does not exist.
    """
    workspace = loaded.workspace
    facts = facts or Facts(workspace)
    sight = _sight(facts, facts, loaded.settings, aim=True)
    maps_of = ((workspace.map_of(i), workspace.map_of(i, "target")) for i in journeys)
    pairs = ((one, other) for one, other in maps_of if one is not None and other is not None)
    matched = [
        match_target(workspace, one, other, guess=guess) for one, other in pairs if one and other
    ]
    differing = (d for found in matched for d in differences_to_target(found))
    missing = unread(loaded, loaded)
    changes = judge(told(differing, missing), sight, read_levels(loaded.settings.diff.levels))
    maps = tuple(m for found in matched for m in found.maps)
    done = fingerprinted(_with_actions(changes, sight))
    return Comparison("current", "target", sight, maps, done, missing.files)


def narrowed(comparison: Comparison, wanted: Callable[[Change], bool]) -> Comparison:
    """The same with only the changes that are wanted."""
    return replace(comparison, changes=tuple(filter(wanted, comparison.changes)))


def accept(comparison: Comparison, accepted: Mapping[str, Accepted]) -> Comparison:
    """The same with changes marked that somebody accepts, by fingerprint."""
    changes = (replace(c, accepted=accepted.get(c.fingerprint)) for c in comparison.changes)
    return replace(comparison, changes=tuple(changes))


def _sight(was: Facts, now: Facts, settings: Settings, *, aim: bool) -> Sight:
    return Sight(was, now, settings.calendar.calendar(), settings.currency or "", aim)


def _with_actions(changes: Iterable[Change], sight: Sight) -> Iterator[Change]:
    return (replace(change, actions=_actions(change.difference, sight)) for change in changes)


def _actions(difference: Difference, sight: Sight) -> tuple[Action, ...]:
    """Who delivers a change: actions on the item as it is, and as it was."""
    found: dict[str, Action] = {}
    for facts, spot in ((sight.now, difference.after), (sight.was, difference.before)):
        if spot is not None and spot.journey is not None:
            touchpoint = spot.part if isinstance(spot.part, Touchpoint) else None
            for action in facts.actions.delivering(spot.journey, spot.stage, touchpoint):
                found.setdefault(action.id, action)
    return tuple(found.values())
