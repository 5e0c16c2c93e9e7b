"""What differs outside maps: in the library, in readings and in the strategy."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cxmap.diff import likeness
from cxmap.diff.answers import Side, answered_otherwise
from cxmap.diff.difference import Difference, Sort, Spot
from cxmap.diff.identity import Link, match
from cxmap.diff.matching import Matched
from cxmap.loading.duplicates import reading_key, readings_of
from cxmap.loading.subject import Subject, of_item
from cxmap.model.meaning import exact, meaning
from cxmap.model.part import Part
from cxmap.model.strategy import Strategy
from cxmap.model.workspace import Workspace
from cxmap.words import cut, slug

_STRATEGY: Mapping[str, Callable[[Strategy], Iterable[Part]]] = {
    "criterion": lambda strategy: strategy.criteria,
    "communication": lambda strategy: strategy.communications,
    "training": lambda strategy: strategy.training,
    "recognition": lambda strategy: strategy.recognition,
    "review": lambda strategy: strategy.reviews,
    "insight": lambda strategy: strategy.insights,
}
"""What a strategy consists of beside its words, by what an item is."""

_KNOWN_BY = ("text", "message", "topic", "moment", "finding", "reward", "who", "audience", "for_")
"""What tells the items of a strategy apart, which have no ids: the first that is answered."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An item of a strategy under a name that stands for an id."""

    id: str
    spot: Spot


def library_differences(matched: Matched, was: Side, now: Side) -> Iterator[Difference]:
    """What differs, section by section, by id.

    Args:
        matched: the two workspaces.
        was: how names are read before.
        now: how names are read after.
    """
    for found in matched.library.values():
        differing = [
            *(
                (item.id, Difference(Sort.REMOVED, spot_of_item(item), None))
                for item in found.removed
            ),
            *((item.id, Difference(Sort.ADDED, None, spot_of_item(item))) for item in found.added),
        ]
        for pair in found.pairs:
            one, other = spot_of_item(pair.before), spot_of_item(pair.after)
            if pair.link is not Link.ID:
                differing.append((pair.after.id, Difference(Sort.RENAMED, one, other)))
            changed = answered_otherwise(one, other, was, now)
            differing += [(pair.after.id, difference) for difference in changed]
        yield from (difference for _, difference in sorted(differing, key=lambda d: d[0]))
    yield from _readings(matched, was, now)
    yield from _strategy(matched, was, now)


def spot_of_item(part: Part) -> Spot:
    """An item of a section."""
    return Spot(part, of_item(part))


def _readings(matched: Matched, was: Side, now: Side) -> Iterator[Difference]:
    """Readings are the same where metric, place, customers and period are."""
    before = _reading_spots(matched.before, was)
    after = _reading_spots(matched.after, now)
    for key in sorted({**before, **after}):
        one, other = before.get(key), after.get(key)
        if one is None or other is None:
            sort = Sort.ADDED if one is None else Sort.REMOVED
            yield Difference(sort, one, other, "readings", key[-1])
        else:
            yield from answered_otherwise(one, other, was, now)


def _reading_spots(workspace: Workspace, side: Side) -> dict[tuple[str, ...], Spot]:
    found: dict[tuple[str, ...], Spot] = {}
    for metric, reading in readings_of(workspace):
        own = metric.id if metric else slug(reading.metric or "")
        places = [reading.journey, reading.stage, reading.touchpoint]
        kinds = ("journey", "stage", "touchpoint")
        meant = (side.common.mean(k, p) if p else "" for k, p in zip(kinds, places, strict=True))
        common = side.common.mean("metric", own)
        key = (common, *meant, *reading_key(common, reading)[len(kinds) + 1 :])
        about = of_item(metric) if metric else Subject(f"metric:{own}", (own,))
        found.setdefault(key, Spot(reading, about))
    return found


def _strategy(matched: Matched, was: Side, now: Side) -> Iterator[Difference]:
    before, after = matched.before.strategy, matched.after.strategy
    one = spot_of_item(before) if before else None
    other = spot_of_item(after) if after else None
    if one is None or other is None:
        if one or other:
            yield Difference(Sort.REMOVED if one else Sort.ADDED, one, other)
    else:
        yield from answered_otherwise(one, other, was, now)
    for kind, items in _STRATEGY.items():
        found = match(
            _named(kind, items(before) if before else (), was),
            _named(kind, items(after) if after else (), now),
            likeness=lambda one, other: likeness.texts(one.id, other.id),
        )
        yield from (Difference(Sort.REMOVED, item.spot, None) for item in found.removed)
        yield from (Difference(Sort.ADDED, None, item.spot) for item in found.added)
        for pair in found.pairs:
            yield from answered_otherwise(pair.before.spot, pair.after.spot, was, now)


def _named(kind: str, items: Iterable[Part], side: Side) -> Iterator[_Named]:
    seen: Counter[str] = Counter()
    for item in items:
        known = ((name, getattr(item, name, None)) for name in _KNOWN_BY)
        name = next((name for name, answer in known if answer), "")
        meant = meaning(item, name, side.common, exact) if name else kind
        words = ", ".join(sorted(meant)) if isinstance(meant, frozenset) else str(meant)
        base = slug(words) or kind
        seen[base] += 1
        identity = base if seen[base] == 1 else f"{base}-{seen[base]}"
        yield _Named(
            identity, Spot(item, Subject(f"strategy/{kind}:{identity}", (cut(words, 60),)))
        )
