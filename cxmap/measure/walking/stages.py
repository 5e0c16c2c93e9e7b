"""How far customers got: the stages as a funnel."""

from collections.abc import Iterator, Sequence

from cxmap.measure.conformance import Reached, Share
from cxmap.measure.privacy import Counted, to_hide
from cxmap.measure.queries.clocks import Clock
from cxmap.measure.queries.paths import first, total
from cxmap.measure.times import Limit
from cxmap.measure.walking.walk import Counts, Walk

_DAY = 24 * 60 * 60 * 1_000_000
_Name = tuple[str, int]


def sums(walk: Walk) -> dict[str, str]:
    """What is summed: who reached a stage, who left there for good, and who is under way."""
    met = [_any(nodes) for _, nodes in walk.places()]
    gone = f"c_last < {walk.now(Limit(Clock.MICROS, None)) - walk.ask.grace * _DAY}"
    found: dict[str, str] = {}
    for number, here in enumerate(met):
        later = " or ".join(met[number + 1 :]) or "1 = 0"
        found[f"reached {number}"] = total(f"{here} or {later}")
        last = f"({here}) and not ({later})"
        found[f"left {number}"] = total(f"{last} and {gone}")
        found[f"under way {number}"] = total(f"{last} and not ({gone})")
    return found


def _any(nodes: Sequence[int]) -> str:
    return " or ".join(f"{first(node)} is not null" for node in nodes) or "1 = 0"


def told(walk: Walk, counts: Counts) -> Iterator[Reached]:
    """The stages of which the data know anything; nobody leaves the last one of them."""
    known = [number for number, nodes in walk.places() if any(walk.plan.nodes[n] for n in nodes)]
    whole = counts["all"]
    hidden = _hidden(known, counts, walk.ask.min_n)

    def share(word: str, number: int, of: int) -> Share:
        shown = of >= walk.ask.min_n and (word, number) not in hidden
        part = counts[f"{word} {number}"] if shown else None
        return Share(part, of if of >= walk.ask.min_n else None)

    for number in known:
        reached = counts[f"reached {number}"]
        of = reached if ("reached", number) not in hidden else 0
        last = number == known[-1]
        yield Reached(
            walk.plan.journey.stages[number],
            share("reached", number, whole),
            None if last else share("left", number, of),
            None if last else share("under way", number, of),
        )


def _hidden(known: Sequence[int], counts: Counts, least: int) -> frozenset[_Name]:
    """The counts that would tell of a few people, alone or by what is left of the others.

    Whoever reached a stage left there, is under way there, or reached the next one: one of these
    is known from the other three.
    """
    atoms = {("arrived", known[-1]): counts[f"reached {known[-1]}"]}
    atoms |= {
        (word, number): counts[f"{word} {number}"]
        for number in known[:-1]
        for word in ("left", "under way")
    }
    numbered = {name: number for number, name in enumerate(atoms)}

    def cell(names: Sequence[_Name]) -> Counted:
        n = sum(atoms[name] for name in names)
        return Counted(frozenset(numbered[name] for name in names), n, 0 < n < least)

    cells = {name: cell([name]) for name in atoms if name[0] != "arrived"}
    others = []
    for number in known:
        cells["reached", number] = cell([name for name in atoms if name[1] >= number])
        others.append(cell([name for name in atoms if name[1] < number]))
        here = [name for name in atoms if name[1] == number]
        others.append(cell(here))
        others += [cell([n for n in atoms if n[1] >= number and n != one]) for one in here]
    return to_hide(cells, [other for other in others if other.few])
