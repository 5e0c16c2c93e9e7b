"""Cells that are hidden, and the audit that what is shown does not give them away.

Whoever knows the counts of a whole and of all its parts but one knows that one too. A cell is a set
of the smallest groups that the data are split into; it can be computed from the cells that are
shown exactly when it is a sum of multiples of them: when its vector lies in their row space.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counted:
    """A cell as the audit sees it.

    Attributes:
        atoms: the smallest groups it is made of.
        n: how many answers it has.
        few: it has too few, of answers or of people, to be shown.
    """

    atoms: frozenset[int]
    n: int
    few: bool


def to_hide(cells: Mapping[Key, Counted], others: Iterable[Counted] = ()) -> frozenset[Key]:
    """The cells that must not be shown: those with too few answers, and what gives them away.

    Of what gives a cell away the smallest is hidden, again and again until nothing does.

    Args:
        cells: the cells that would be shown.
        others: cells with too few answers that are not shown anyway, such as all those that
            belong to no touchpoint; they must not be computable either.
    """
    hidden = {key for key, cell in cells.items() if cell.few}
    every = [*(cell.atoms for cell in cells.values()), *(cell.atoms for cell in others)]
    merged = _merged(every)
    atoms = dict(zip(cells, merged, strict=False))
    secrets = sorted({*(atoms[key] for key in hidden), *merged[len(cells) :]}, key=sorted)
    while secrets:
        shown = [key for key in cells if key not in hidden and atoms[key]]
        basis = _Basis([atoms[key] for key in shown])
        guilty = next((g for secret in secrets if (g := basis.explain(secret))), None)
        if guilty is None:
            break
        hidden.add(min((shown[i] for i in guilty), key=lambda key: (cells[key].n, repr(key))))
    return frozenset(hidden)


def gives_away(shown: list[frozenset[int]], secret: frozenset[int]) -> bool:
    """Whether the counts of some cells are enough to compute that of another."""
    return bool(_Basis(shown).explain(secret))


def _merged(cells: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """The same cells of fewer atoms: those that always stand together count as one."""
    homes: dict[int, list[int]] = {}
    for number, atoms in enumerate(cells):
        for atom in atoms:
            homes.setdefault(atom, []).append(number)
    merged = {home: number for number, home in enumerate(sorted(set(map(tuple, homes.values()))))}
    return [frozenset(merged[tuple(homes[atom])] for atom in atoms) for atoms in cells]


class _Basis:
    """The row space of some cells, with which of them each of its rows is made of."""

    def __init__(self, cells: list[frozenset[int]]) -> None:
        self._rows: list[tuple[int, dict[int, Fraction], dict[int, Fraction]]] = []
        for number, atoms in enumerate(cells):
            row = dict.fromkeys(atoms, Fraction(1))
            row, made_of = self._reduce(row, {number: Fraction(1)})
            if row:
                pivot = min(row)
                by = row[pivot]
                self._rows.append(
                    (
                        pivot,
                        {atom: value / by for atom, value in row.items()},
                        {cell: value / by for cell, value in made_of.items()},
                    )
                )

    def explain(self, secret: frozenset[int]) -> frozenset[int]:
        """The cells that together give another away, by number; none where they do not."""
        rest, made_of = self._reduce(dict.fromkeys(secret, Fraction(1)), {})
        return frozenset() if rest else frozenset(made_of)

    def _reduce(
        self, row: dict[int, Fraction], made_of: dict[int, Fraction]
    ) -> tuple[dict[int, Fraction], dict[int, Fraction]]:
        for pivot, base, base_made_of in self._rows:
            factor = row.get(pivot)
            if factor:
                row = _less(row, base, factor)
                made_of = _less(made_of, base_made_of, factor)
        return row, made_of


def _less(
    one: dict[int, Fraction], other: dict[int, Fraction], factor: Fraction
) -> dict[int, Fraction]:
    found = dict(one)
    for key, value in other.items():
        left = found.get(key, Fraction(0)) - factor * value
        if left:
            found[key] = left
        else:
            found.pop(key, None)
    return found
