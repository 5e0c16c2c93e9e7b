"""Counts by the smallest groups, put together to those that are shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxmap.estimate import Tally
from cxmap.measure.engine import Dialect
from cxmap.measure.places import NOWHERE, Place
from cxmap.measure.readings import Group

Atom = tuple[str | None, ...]
"""The values of a smallest group: of the place, then of the segments."""

OTHERS = "(others)"
"""What stands for values with too few answers to be named."""

LEAST_OF_A_NAME = 10
"""A value that fewer have may be something that a customer wrote, however few may be shown."""

_LONGEST_NAME = 60
_MOST_DIGITS = 6

VEIL = "'…'"
"""What stands for values of the data where people see SQL."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to part the answers.

    Attributes:
        name: `all`, `touchpoint`, `stage`, `journey`, or the name of a segment.
        position: which value of an atom it goes by; None for all.
        groups: by that value, the group it belongs to; values left out belong to none.
    """

    name: str
    position: int | None
    groups: Mapping[str, Group]

    def group(self, atom: Atom) -> Group | None:
        """The group an atom belongs to, or None."""
        if self.position is None:
            return Group()
        return self.groups.get(atom[self.position] or "")

    def keys(self) -> dict[Group, str]:
        """A short text for each group, for queries."""
        groups = sorted(set(self.groups.values())) if self.position is not None else [Group()]
        return {group: f"g{number}" for number, group in enumerate(groups)}

    def sql(self, texts: Sequence[str], dialect: Dialect, *, veiled: bool = False) -> str:
        """SQL of the key of a row's group; NULL where it belongs to none.

        Args:
            texts: SQL of the values of an atom.
            dialect: how the engine spells it.
            veiled: for people to see: the values that it quotes are left out, since they are of
                the data, and a customer may have written one of them.
        """
        if self.position is None:
            return dialect.literal("g0")
        keys = self.keys()
        by_key: dict[str, list[str]] = {}
        for value, group in self.groups.items():
            by_key.setdefault(keys[group], []).append(VEIL if veiled else dialect.literal(value))
        if not by_key:
            return "null"
        text = texts[self.position]
        cases = (
            f"when {text} in ({', '.join(sorted(set(values)))}) then {dialect.literal(key)}"
            for key, values in sorted(by_key.items())
        )
        return f"case {' '.join(cases)} end"


ALL = Cut("all", None, {})


@dataclass(frozen=True, slots=True)
class Cell:
    """A group in a period.

    Attributes:
        group: which; None for those that belong to no group of a cut.
        cut: the cut it belongs to.
        atoms: the smallest groups it is made of.
        tally: what was counted.
    """

    group: Group | None
    cut: str
    atoms: frozenset[Atom]
    tally: Tally


def cells(counted: Mapping[Atom, Tally], cuts: Iterable[Cut]) -> list[Cell]:
    """The cells of one period, those without answers left out."""
    found: list[Cell] = []
    for cut in cuts:
        by_group: dict[Group | None, list[Atom]] = {}
        for atom, tally in counted.items():
            if tally.n:
                by_group.setdefault(cut.group(atom), []).append(atom)
        for group, atoms in by_group.items():
            total = sum((counted[atom] for atom in atoms), Tally())
            found.append(Cell(group, cut.name, frozenset(atoms), total))
    return found


def place_cuts(places: Mapping[str, Place], wanted: Iterable[str]) -> list[Cut]:
    """The cuts by touchpoint, stage and journey, out of what values mean.

    A journey is a cut only where the data name one; its stages have their own.
    """
    touchpoints = {
        value: Group(Place(p.journey, p.stage, p.touchpoint))
        for value, p in places.items()
        if p.touchpoint
    }
    stages = {value: Group(Place(p.journey, p.stage)) for value, p in places.items() if p.stage}
    journeys = {value: Group(Place(p.journey)) for value, p in places.items()}
    cuts = (
        Cut("touchpoint", 0, touchpoints),
        Cut("stage", 0, stages),
        Cut("journey", 0, journeys),
    )
    return [cut for cut in cuts if cut.groups and cut.name in set(wanted)]


def segment_cut(name: str, position: int, values: Iterable[str], told: Iterable[str]) -> Cut:
    """The cut by a segment.

    Args:
        name: of the segment.
        position: of its value in atoms.
        values: all the values there are.
        told: the values that may be named; the others are put together.
    """
    named = set(told)
    return Cut(
        name,
        position,
        {value: Group(NOWHERE, ((name, value if value in named else OTHERS),)) for value in values},
    )


def may_be_named(value: str) -> bool:
    """Whether a value looks like a kind of customer and not like one of them."""
    digits = sum(letter.isdigit() for letter in value)
    return "@" not in value and len(value) <= _LONGEST_NAME and digits <= _MOST_DIGITS
