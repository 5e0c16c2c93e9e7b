"""From one touchpoint of the map to the next: in which order, and how fast."""

from collections.abc import Iterator

from cxmap.measure.conformance import Step, share
from cxmap.measure.queries.paths import first, total
from cxmap.measure.walking.walk import Counts, Took, Walk


def sums(walk: Walk) -> dict[str, str]:
    """What is summed: who met both of two neighbours, and who the other one first."""
    found: dict[str, str] = {}
    for before, after in walk.neighbours:
        both = f"{first(before)} is not null and {first(after)} is not null"
        found[f"both {before} {after}"] = total(both)
        found[f"turned {before} {after}"] = total(f"{both} and {first(after)} < {first(before)}")
    return found


def told(walk: Walk, counts: Counts, took: Took) -> Iterator[Step]:
    """What became of each pair of neighbours."""
    least = walk.ask.min_n
    for before, after in walk.neighbours:
        turned = share(counts[f"turned {before} {after}"], counts[f"both {before} {after}"], least)
        n, median, nine_tenths, _ = took.get((before, after, 0), (0, 0, 0, 0))
        yield Step(
            walk.touchpoints[before],
            walk.touchpoints[after],
            turned,
            n if n >= least and turned.part is not None else None,
            median if n >= least else None,
            nine_tenths if n >= least else None,
        )
