"""From counts to figures: what may be shown, with its interval and what changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxmap.estimate import Estimate, Tally, change
from cxmap.measure.counting import Counted
from cxmap.measure.grouping import ALL, Atom, Cell, Cut, cells, may_be_named, segment_cut
from cxmap.measure.privacy import Counted as Audited
from cxmap.measure.privacy import to_hide
from cxmap.measure.readings import Figure, Group

NEAR = 20
"""People are counted up to so many times the least: above, answers of so few are no survey."""

Key = tuple[str, Group | None]
People = Callable[[Cut], Mapping[tuple[int, Group], int]]
Estimates = Callable[[Cut, Mapping[tuple[int, Group], int]], Mapping[tuple[int, Group], Estimate]]


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of the source: its name, and the position of its value in atoms."""

    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that is listed, hidden or not."""

    cut: Cut
    period: int
    group: Group
    tally: Tally
    hidden: bool
    few: bool


def figures(
    counted: Counted,
    place_cuts: Sequence[Cut],
    segments: Sequence[Segment],
    periods: Mapping[int, str],
    min_n: int,
    *,
    people: People | None,
    estimates: Estimates | None,
) -> list[Figure]:
    """The figures of a metric.

    Args:
        counted: what was counted.
        place_cuts: by touchpoint and so on.
        segments: the segments that are asked for.
        periods: the names of the periods that are shown, by number.
        min_n: under how many answers nothing is shown.
        people: counts people by period and group of a cut; None where nobody knows them.
        estimates: reads figures from ranks, for cells with so many cases; None where the counts
            are enough.
    """
    counts = {number: counted.counts[number] for number in periods if number in counted.counts}
    cuts = [ALL, *place_cuts]
    cuts += [_named(segment, counts, min_n, people) for segment in segments]
    found = {number: cells(by_atom, cuts) for number, by_atom in counts.items()}
    known = {}
    for cut in cuts:  # one question each, since every one reads all the data
        of_cut = {n: [c for c in same if c.cut == cut.name] for n, same in found.items()}
        known[cut.name] = _people(of_cut, cut, min_n, people)
    shown = [
        cell
        for number, same in found.items()
        for cell in _shown(number, same, counts[number], cuts, min_n, known)
    ]
    told = _estimates(counted, [cell for cell in shown if not cell.hidden], estimates)
    return _figures(counted, shown, told, periods)


def _named(
    segment: Segment,
    counts: Mapping[int, Mapping[Atom, Tally]],
    min_n: int,
    people: People | None,
) -> Cut:
    """The cut by a segment: a value is named only if one of its cells has enough answers."""
    values = {atom[segment.position] for by_atom in counts.values() for atom in by_atom}
    known = sorted(value for value in values if value is not None)
    every = segment_cut(segment.name, segment.position, known, known)
    known_people = _people({n: cells(c, [every]) for n, c in counts.items()}, every, min_n, people)
    told = set()
    for number, by_atom in counts.items():
        for cell in cells(by_atom, [every]):
            if cell.group is not None and not _is_few(cell, number, min_n, known_people):
                told.add(cell.group.segment[0][1])
    return segment_cut(segment.name, segment.position, known, filter(may_be_named, told))


def _people(
    by_period: Mapping[int, Sequence[Cell]], cut: Cut, min_n: int, people: People | None
) -> Mapping[tuple[int, Group], int] | None:
    """How many people, where some cell is near the least; None where nobody has to know."""
    near = any(
        min_n <= cell.tally.n < NEAR * min_n for found in by_period.values() for cell in found
    )
    return people(cut) if people is not None and near else None


def _is_few(
    cell: Cell, period: int, min_n: int, people: Mapping[tuple[int, Group], int] | None
) -> bool:
    if cell.tally.n < min_n:
        return True
    if people is None or cell.group is None or cell.tally.n >= NEAR * min_n:
        return False
    return people.get((period, cell.group), 0) < min_n


def _shown(
    number: int,
    found: Sequence[Cell],
    counts: Iterable[Atom],
    cuts: Sequence[Cut],
    min_n: int,
    known: Mapping[str, Mapping[tuple[int, Group], int] | None],
) -> list[Shown]:
    by_cut = {cut.name: cut for cut in cuts}
    atoms = {atom: place for place, atom in enumerate(sorted(counts, key=repr))}
    audited: dict[Key, Audited] = {}
    unlisted: list[Audited] = []
    for cell in found:
        few = _is_few(cell, number, min_n, known[cell.cut])
        entry = Audited(frozenset(atoms[atom] for atom in cell.atoms), cell.tally.n, few)
        if cell.group is None:
            unlisted.append(entry)
        else:
            audited[cell.cut, cell.group] = entry
    hidden = to_hide(audited, [entry for entry in unlisted if entry.few])
    return [
        Shown(
            by_cut[c.cut],
            number,
            c.group,
            c.tally,
            (c.cut, c.group) in hidden,
            audited[c.cut, c.group].few,
        )
        for c in found
        if c.group is not None
    ]


def _estimates(
    counted: Counted, shown: Iterable[Shown], estimates: Estimates | None
) -> dict[tuple[str, int, Group], Estimate]:
    found: dict[tuple[str, int, Group], Estimate] = {}
    if estimates is None:
        for cell in shown:
            made = counted.question.estimate(cell.tally)
            found[cell.cut.name, cell.period, cell.group] = made
        return found
    by_cut: dict[str, tuple[Cut, dict[tuple[int, Group], int]]] = {}
    for cell in shown:
        _, wanted = by_cut.setdefault(cell.cut.name, (cell.cut, {}))
        wanted[cell.period, cell.group] = cell.tally.n
    for name, (cut, wanted) in by_cut.items():
        for (period, group), estimate in estimates(cut, wanted).items():
            found[name, period, group] = estimate
    return found


def _figures(
    counted: Counted,
    shown: Iterable[Shown],
    told: Mapping[tuple[str, int, Group], Estimate],
    periods: Mapping[int, str],
) -> list[Figure]:
    found = []
    metric = counted.question.metric
    for cell in shown:
        estimate = told.get((cell.cut.name, cell.period, cell.group))
        before = told.get((cell.cut.name, cell.period - 1, cell.group))
        found.append(
            Figure(
                metric,
                cell.group,
                periods[cell.period],
                None if cell.hidden else cell.tally.n,
                estimate,
                change(estimate, before) if estimate and before else None,
                few=cell.few,
            )
        )
    return sorted(
        found, key=lambda figure: (figure.group.segment, figure.group.place, figure.period)
    )
