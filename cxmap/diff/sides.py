"""How names are read on the two sides of a comparison, by ids that both share."""

from collections.abc import Mapping

from cxmap.diff.answers import Side
from cxmap.diff.matching import Maps, Matched
from cxmap.model.journey import Journey
from cxmap.model.meaning import Names
from cxmap.model.part import Part
from cxmap.model.workspace import Workspace

Shared = dict[str, dict[str, str]]
"""By kind, one id or path for both sides by the one that a side uses, where they differ."""


class Sides:
    """How names are read before and after."""

    def __init__(self, matched: Matched) -> None:
        self.matched = matched
        self._before, self._after = _shared(matched)

    def same_names(self) -> bool:
        """Whether every name means the same on both sides."""
        if any((*self._before.values(), *self._after.values())):
            return False
        matched = self.matched
        return all(
            not found.added
            and not found.removed
            and all(_names(p.before) == _names(p.after) for p in found.pairs)
            for found in matched.library.values()
        )

    def library(self) -> tuple[Side, Side]:
        """The two sides outside maps."""
        matched = self.matched
        return (
            _side(matched.before, None, self._before, {}),
            _side(matched.after, None, self._after, {}),
        )

    def of(self, maps: Maps) -> tuple[Side, Side]:
        """The two sides on a map."""
        before, after = maps.touchpoints.names()
        return (
            _side(self.matched.before, maps.before, self._before, before),
            _side(self.matched.after, maps.after, self._after, after),
        )


def _names(part: Part) -> tuple[object, ...]:
    return tuple(getattr(part, key, None) for key in part.NAMED_BY)


def _side(
    workspace: Workspace, journey: Journey | None, shared: Shared, becomes: Mapping[str, str]
) -> Side:
    return Side(Names(workspace, journey, becomes, shared), Names(workspace, journey))


def _shared(matched: Matched) -> tuple[Shared, Shared]:
    one: Shared = {}
    other: Shared = {}
    for kind, found in matched.library.items():
        before, after = found.names()
        one[kind], other[kind] = dict(before), dict(after)
    # The current map first: a path means what it means there, where both maps have it.
    for maps in sorted(matched.maps, key=lambda m: m.after.state != "current"):
        journeys = maps.before.id, maps.after.id
        _share(one, other, "journey", *journeys)
        for stage in maps.stages.pairs:
            ids = stage.before.id, stage.after.id
            _share(one, other, "stage", *(f"{j}#{i}" for j, i in zip(journeys, ids, strict=True)))
        for pair in maps.touchpoints.pairs:
            ids = pair.before.id, pair.after.id
            paths = [f"{j}/{i}" for j, i in zip(journeys, ids, strict=True)]
            _share(one, other, "touchpoint", *paths)
            if maps.after.state == "current" and ids[0] != ids[1]:
                one.setdefault("current-touchpoint", {})[paths[0]] = min(ids)
                other.setdefault("current-touchpoint", {})[paths[1]] = min(ids)
    return one, other


def _share(one: Shared, other: Shared, kind: str, before: str, after: str) -> None:
    if before != after:
        one.setdefault(kind, {}).setdefault(before, min(before, after))
        other.setdefault(kind, {}).setdefault(after, min(before, after))
