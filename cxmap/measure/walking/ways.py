"""What really follows what, where a map has it otherwise."""

from collections.abc import Iterator, Sequence

from cxmap.measure.conformance import Way
from cxmap.measure.course import not_for_all
from cxmap.measure.opening import Open
from cxmap.measure.queries.paths import follows
from cxmap.measure.walking.walk import Walk, number

MOST = 10
"""Ways beside a map that are told, the most frequent ones."""

Pair = tuple[str, str, int]
"""What happens in the data, what comes next, and for how many customers."""

_Meaning = tuple[tuple[int, int], ...]


def pairs(walks: Sequence[Walk], opened: Open) -> list[Pair]:
    """What directly follows what in a source, for how many customers.

    Values that mean the same count as one. What happened at the same moment, as in data that have
    days only, is taken to have happened as the maps have it.
    """
    alike: dict[_Meaning, list[str]] = {}
    for value, meaning in _meanings(walks).items():
        alike.setdefault(meaning, []).append(value)
    values = [alike[meaning] for meaning in sorted(alike)]
    rows = opened.asked.run(follows(walks[0].events, [walks[0].is_one_of(v) for v in values]))
    return [
        (values[number(before)][0], values[number(after)][0], number(who))
        for before, after, who, _ in rows
    ]


def _meanings(walks: Sequence[Walk]) -> dict[str, _Meaning]:
    """The touchpoints that each value in the data means, as numbers of the walk and the node."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, walk in enumerate(walks):
        for node in walk.known:
            for value in walk.plan.nodes[node]:
                found.setdefault(value, []).append((index, node))
    return {value: tuple(found[value]) for value in sorted(found)}


def told(walk: Walk, pairs: Sequence[Pair]) -> list[Way]:
    """The ways that are not those of a journey's map, the most frequent first."""
    nodes = {value: node for node in walk.known for value in walk.plan.nodes[node]}
    planned = set(_planned(walk))
    found = []
    for before, after, who in pairs:
        pair = nodes.get(before), nodes.get(after)
        if pair[0] is None or pair[1] is None or pair[0] == pair[1] or pair in planned:
            continue
        if who >= walk.ask.min_n:
            found.append((-who, pair[0], pair[1]))
    return [
        Way(walk.touchpoints[before], walk.touchpoints[after], -who)
        for who, before, after in sorted(found)[:MOST]
    ]


def _planned(walk: Walk) -> Iterator[tuple[int, int]]:
    """What may follow what by the map: the next touchpoint, or one behind such as not all meet."""
    optional = {id(touchpoint) for touchpoint in not_for_all(walk.plan.journey)}
    for place, before in enumerate(walk.known):
        for after in walk.known[place + 1 :]:
            yield before, after
            if id(walk.touchpoints[after]) not in optional:
                break
