"""Which parts of two workspaces belong together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from cxmap.diff import likeness
from cxmap.diff.identity import Match, match
from cxmap.model.action import Action
from cxmap.model.customer import Customer
from cxmap.model.data import DataSource
from cxmap.model.journey import Journey, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.meaning import Names, meaning, promise
from cxmap.model.metric import Metric
from cxmap.model.part import Part
from cxmap.model.team import Channel, Team
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace

Library = Team | Channel | Customer | Metric | ListeningPost | Action | DataSource

SECTIONS: Mapping[str, Callable[[Workspace], Iterable[Library]]] = {
    "team": lambda workspace: workspace.teams,
    "channel": lambda workspace: workspace.channels,
    "customer": lambda workspace: workspace.customers,
    "metric": lambda workspace: workspace.metrics,
    "listening": lambda workspace: workspace.listening,
    "action": lambda workspace: workspace.actions,
    "data": lambda workspace: workspace.data,
}
"""The sections of a workspace whose items have ids, by what an item is."""

_TELLING = {
    "team": ("function", "lead"),
    "channel": ("kind",),
    "customer": ("kind", "goals"),
    "metric": ("kind", "question"),
    "listening": ("kind", "data"),
    "action": ("owner", "touchpoints"),
    "data": ("kind", "files"),
}
"""What tells two items of a section apart, beside their names."""


@dataclass(frozen=True, slots=True)
class Maps:
    """Two versions of a journey's map, and which of their parts belong together."""

    before: Journey
    after: Journey
    stages: Match[Stage]
    touchpoints: Match[Touchpoint]


@dataclass(frozen=True, slots=True)
class Matched:
    """Two workspaces, and which of their parts belong together.

    Attributes:
        before: the one.
        after: the other.
        maps: the maps that both have, in the order of after.
        removed: the maps that are gone.
        added: the maps that came.
        library: the items of each section.
    """

    before: Workspace
    after: Workspace
    maps: tuple[Maps, ...] = ()
    removed: tuple[Journey, ...] = ()
    added: tuple[Journey, ...] = ()
    library: Mapping[str, Match[Library]] = field(default_factory=dict)


def match_workspaces(
    before: Workspace,
    after: Workspace,
    *,
    guess: bool = True,
    same: tuple[Journey, Journey] | None = None,
) -> Matched:
    """Find which parts of two workspaces belong together.

    Args:
        before: the one.
        after: the other.
        guess: whether items that are clearly alike are taken for one that got another id.
        same: two maps that are versions of one, whatever their ids.
    """
    library = {
        kind: match(
            items(before),
            items(after),
            likeness=partial(_items_alike, before, after, _TELLING[kind]) if guess else None,
        )
        for kind, items in SECTIONS.items()
    }
    shared = {kind: found.names() for kind, found in library.items()}
    maps, removed, added = _journeys(before, after, guess=guess)
    if same is not None:
        taken = {id(journey) for journey in same}
        maps = [pair for pair in maps if taken.isdisjoint(map(id, pair))] + [same]
        removed, added = (tuple(j for j in some if id(j) not in taken) for some in (removed, added))
    was = Names(before, elsewhere={kind: one for kind, (one, _) in shared.items()})
    now = Names(after, elsewhere={kind: other for kind, (_, other) in shared.items()})
    pairs = tuple(match_maps(one, other, was, now, guess=guess) for one, other in maps)
    return Matched(before, after, pairs, removed, added, library)


def match_maps(
    before: Journey, after: Journey, was: Names, now: Names, *, guess: bool = True
) -> Maps:
    """Find which stages and touchpoints of two maps belong together."""
    if before is after:
        stages = match(before.stages, after.stages)
        return Maps(before, after, stages, match(before.touchpoints(), after.touchpoints()))
    stages = match(before.stages, after.stages, likeness=_stages_alike if guess else None)
    known_as = {pair.before.id: pair.after.id for pair in stages.pairs}
    in_stage = {
        **{id(t): known_as.get(s.id) for s in before.stages for t in s.touchpoints},
        **{id(t): s.id for s in after.stages for t in s.touchpoints},
    }

    def alike(one: Touchpoint, other: Touchpoint) -> float:
        return _touchpoints_alike(
            one, other, was, now, same_stage=in_stage[id(one)] == in_stage[id(other)]
        )

    retired = frozenset(r.touchpoint for journey in (before, after) for r in journey.retired)
    touchpoints = match(
        before.touchpoints(),
        after.touchpoints(),
        settled=retired,
        replaces=_replaces(before, after, was.workspace, now.workspace),
        likeness=alike if guess else None,
    )
    return Maps(before, after, stages, touchpoints)


def _journeys(
    before: Workspace, after: Workspace, *, guess: bool
) -> tuple[list[tuple[Journey, Journey]], tuple[Journey, ...], tuple[Journey, ...]]:
    was, now = (_by_path(workspace) for workspace in (before, after))
    pairs = {path: (was[path], journey) for path, journey in now.items() if path in was}
    gone = [journey for path, journey in was.items() if path not in pairs]
    come = [journey for path, journey in now.items() if path not in pairs]
    guessed = likeness.pair_up(gone, come, _journeys_alike) if guess else []
    pairs |= {come[other].path: (gone[one], come[other]) for one, other in guessed}
    removed = (journey for n, journey in enumerate(gone) if n not in {one for one, _ in guessed})
    added = (journey for n, journey in enumerate(come) if n not in {other for _, other in guessed})
    return [pairs[path] for path in now if path in pairs], tuple(removed), tuple(added)


def _by_path(workspace: Workspace) -> dict[str, Journey]:
    found: dict[str, Journey] = {}
    for journey in workspace.journeys:
        found.setdefault(journey.path, journey)
    return found


def _replaces(
    before: Journey, after: Journey, was: Workspace, now: Workspace
) -> list[tuple[str, str]]:
    """What a map says of what its touchpoints were, or will have been; the surest first.

    A target says it of the current map. Where the target has become the current map, the old
    target still says it.
    """
    tellers = [(after, False), (before, True)]
    for workspace, journey in ((was, before), (now, after)):
        target = workspace.map_of(journey.id, "target")
        if target is not None and target is not before and target is not after:
            tellers += [(target, False), (target, True)]
    said = [
        (place, touchpoint.id, reference.removeprefix(f"{teller.id}/"), turned)
        for teller, turned in tellers
        for touchpoint in teller.touchpoints()
        for place, reference in enumerate(touchpoint.replaces)
    ]
    index = was.touchpoint_index(before), now.touchpoint_index(after)
    found = []
    for _, identity, reference, turned in sorted(said):
        item = index[turned].get(reference)
        other = item.id if item else reference
        found.append((identity, other) if turned else (other, identity))
    return list(dict.fromkeys(found))


def _journeys_alike(one: Journey, other: Journey) -> float:
    if one.state != other.state:
        return 0.0
    touchpoints = likeness.sets(*({t.id for t in j.touchpoints()} for j in (one, other)))
    return likeness.weighted([(0.4, likeness.texts(one.label, other.label)), (0.6, touchpoints)])


def _stages_alike(one: Stage, other: Stage) -> float:
    touchpoints = [{t.id for t in stage.touchpoints} for stage in (one, other)]
    return likeness.weighted(
        [
            (0.5, likeness.texts(one.name, other.name)),
            (0.4, likeness.sets(*touchpoints) if any(touchpoints) else None),
            (0.1, float(one.goal == other.goal) if one.goal or other.goal else None),
        ]
    )


def _touchpoints_alike(
    one: Touchpoint, other: Touchpoint, was: Names, now: Names, *, same_stage: bool
) -> float:
    def answers(name: str) -> float | None:
        mine, theirs = meaning(one, name, was), meaning(other, name, now)
        if mine is None and theirs is None:
            return None
        if isinstance(mine, frozenset) and isinstance(theirs, frozenset):
            return likeness.sets(mine, theirs)
        return float(mine == theirs)

    timelines = promise(one.when, was), promise(other.when, now)
    return likeness.weighted(
        [
            (0.4, likeness.texts(one.what, other.what)),
            (0.15, answers("who")),
            (0.15, answers("how")),
            (0.1, float(timelines[0] == timelines[1]) if any(timelines) else None),
            (0.1, answers("measures")),
            (0.1, float(same_stage)),
        ]
    )


def _items_alike(
    before: Workspace, after: Workspace, telling: Iterable[str], one: Part, other: Part
) -> float:
    """How alike two items of a section are: by name, and by what tells such items apart."""
    was, now = Names(before), Names(after)
    parts: list[tuple[float, float | None]] = [(0.7, likeness.texts(_name(one), _name(other)))]
    for field_name in telling:
        mine, theirs = meaning(one, field_name, was), meaning(other, field_name, now)
        same = float(mine == theirs) if mine is not None or theirs is not None else None
        parts.append((0.15, same))
    return likeness.weighted(parts)


def _name(part: Part) -> str:
    names = (getattr(part, key, None) for key in (*part.NAMED_BY, "id"))
    return next((name for name in names if isinstance(name, str)), "")
