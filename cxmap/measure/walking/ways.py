"""What really follows what, where a map has it otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cxmap.measure.conformance import Way
from cxmap.measure.course import not_for_all
from cxmap.measure.engine import Cell
from cxmap.measure.opening import Open
from cxmap.measure.queries.paths import Events, follows
from cxmap.measure.walking.walk import Walk, number

MOST = 10
"""Ways beside a map that are told, the most frequent ones."""

_Meaning = tuple[tuple[int, int], ...]


def pairs(walks: Sequence[Walk], opened: Open, events: Events) -> list[tuple[Cell, ...]]:
    """What directly follows what in a source.

    Values that mean the same count as one. What happened at the same moment, as in data that have
    days only, is taken to have happened as the maps have it.
    """
    literal = opened.columns.dialect.literal
    meanings = _meanings(walks)
    alike: dict[_Meaning, list[str]] = {}
    for value, meaning in meanings.items():
        alike.setdefault(meaning, []).append(value)
    same = " ".join(
        f"when {events.value} in ({', '.join(map(literal, values))}) then {literal(values[0])}"
        for values in alike.values()
        if len(values) > 1
    )
    ranks = " ".join(
        f"when {events.value} in ({', '.join(map(literal, alike[meaning]))}) then {rank}"
        for rank, meaning in enumerate(sorted(alike))
    )
    if same:
        events = replace(events, value=f"case {same} else {events.value} end")
    rank = f"case {ranks} else {len(alike)} end" if ranks else ""
    return list(opened.asked.run(follows(events, opened.columns.dialect, rank)))


def _meanings(walks: Sequence[Walk]) -> dict[str, _Meaning]:
    """The touchpoints that each value in the data means, as numbers of the walk and the node."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, walk in enumerate(walks):
        for node in walk.known:
            for value in walk.plan.nodes[node]:
                found.setdefault(value, []).append((index, node))
    return {value: tuple(found[value]) for value in sorted(found)}


def told(walk: Walk, rows: Sequence[tuple[Cell, ...]]) -> list[Way]:
    """The ways that are not those of a journey's map, the most frequent first."""
    nodes = {value: node for node in walk.known for value in walk.plan.nodes[node]}
    planned = set(_planned(walk))
    found = []
    for before, after, who, _ in rows:
        pair = nodes.get(str(before)), nodes.get(str(after))
        if pair[0] is None or pair[1] is None or pair[0] == pair[1] or pair in planned:
            continue
        if number(who) >= walk.ask.min_n:
            found.append((-number(who), pair[0], pair[1]))
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
