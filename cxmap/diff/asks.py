"""What a comparison asks of each team."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from cxmap.diff.difference import Spot
from cxmap.diff.groups import Group
from cxmap.diff.matching import Maps
from cxmap.diff.sight import Sight
from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class Ask:
    """What changes for one team.

    Attributes:
        team: its id; None for touchpoints that nobody owns.
        name: what people call it.
        before: how many touchpoints it owned.
        after: how many it owns.
        adds: touchpoints that are new and its own.
        takes_over: touchpoints it gets, each with who had them.
        hands_over: touchpoints it gives away, each with who gets them.
        drops: touchpoints of its own that are gone.
        changes: touchpoints it keeps and has to do otherwise.
    """

    team: str | None
    name: str
    before: int
    after: int
    adds: tuple[Spot, ...] = ()
    takes_over: tuple[tuple[Spot, str], ...] = ()
    hands_over: tuple[tuple[Spot, str], ...] = ()
    drops: tuple[Spot, ...] = ()
    changes: tuple[Spot, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing is asked of it."""
        return not (self.adds or self.takes_over or self.hands_over or self.drops or self.changes)


@dataclass(slots=True)
class _Tally:
    before: int = 0
    after: int = 0
    adds: list[Spot] = field(default_factory=list)
    takes_over: list[tuple[Spot, str]] = field(default_factory=list)
    hands_over: list[tuple[Spot, str]] = field(default_factory=list)
    drops: list[Spot] = field(default_factory=list)
    changes: list[Spot] = field(default_factory=list)


def asks(maps: Iterable[Maps], groups: Iterable[Group], sight: Sight) -> tuple[Ask, ...]:
    """What changes for each team, in the order of the workspace; nobody comes last.

    Args:
        maps: the maps that are compared.
        groups: the changes, by item.
        sight: both sides.
    """
    tallies: dict[str | None, _Tally] = {}
    for pair in maps:
        for facts, journey, after in (
            (sight.was, pair.before, False),
            (sight.now, pair.after, True),
        ):
            for team in _owners(facts, journey):
                tally = tallies.setdefault(team, _Tally())
                tally.before += not after
                tally.after += after
    for group in groups:
        if isinstance(group.spot.part, Touchpoint):
            _add(group, tallies, sight)
    order = {team.id: place for place, team in enumerate(sight.now.workspace.teams)}
    teams = sorted(tallies, key=lambda t: (t is None, order.get(t or "", len(order)), t or ""))
    return tuple(_ask(team, tallies[team], sight) for team in teams)


def _owners(facts: Facts, journey: Journey) -> Iterable[str | None]:
    return (facts.team(t.who) for t in journey.touchpoints() if not t.by_customer)


def _add(group: Group, tallies: dict[str | None, _Tally], sight: Sight) -> None:
    was, now = _owner(group.before, sight.was), _owner(group.after, sight.now)
    if group.before is None and group.after is not None and now is not None:
        tallies.setdefault(now.team, _Tally()).adds.append(group.after)
    elif group.after is None and group.before is not None and was is not None:
        tallies.setdefault(was.team, _Tally()).drops.append(group.before)
    elif group.before is not None and group.after is not None:
        if was == now:
            if group.takes_work and now is not None:
                tallies.setdefault(now.team, _Tally()).changes.append(group.after)
            return
        if was is not None:
            hands_over = (group.before, now.name if now else _ALONE)
            tallies.setdefault(was.team, _Tally()).hands_over.append(hands_over)
        if now is not None:
            takes_over = (group.after, was.name if was else _ALONE)
            tallies.setdefault(now.team, _Tally()).takes_over.append(takes_over)


_ALONE = "the customer alone"


class _Owner(NamedTuple):
    team: str | None
    name: str


def _owner(spot: Spot | None, facts: Facts) -> _Owner | None:
    """Who owns a touchpoint, be it nobody; None where customers are alone there."""
    if spot is None or not isinstance(spot.part, Touchpoint) or spot.part.by_customer:
        return None
    team = facts.team(spot.part.who)
    return _Owner(team, facts.team_name(team) if team else "nobody")


def _ask(team: str | None, tally: _Tally, sight: Sight) -> Ask:
    return Ask(
        team,
        sight.now.team_name(team) if team else "Nobody",
        tally.before,
        tally.after,
        tuple(tally.adds),
        tuple(tally.takes_over),
        tuple(tally.hands_over),
        tuple(tally.drops),
        tuple(tally.changes),
    )
