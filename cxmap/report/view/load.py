"""Who carries what: touchpoints per team and stage over all journeys."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.report.say import many, sentence
from cxmap.report.studio import Studio
from cxmap.report.view.marks import TeamMark

SHADES = 4
"""How many shades there are; from this many touchpoints on a cell is as dark as can be."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many touchpoints of a stage a team owns, how many it helps at, and the shade."""

    owns: int
    helps: int
    shade: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The stages of one journey."""

    title: str
    href: str
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A team, or None for nobody, with a cell per stage, journey by journey, and the sum."""

    team: TeamMark | None
    cells: tuple[tuple[Cell, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Load:
    """Who carries what.

    Attributes:
        heading: who carries the most, and how much nobody carries, as a sentence.
        groups: the journeys.
        carriers: the teams in their order, nobody last.
    """

    heading: str
    groups: tuple[Columns, ...]
    carriers: tuple[Carrier, ...]


def load(journeys: Sequence[Journey], studio: Studio) -> Load:
    """Touchpoints per team and stage; what customers do alone is nobody's."""
    shown = [journey for journey in journeys if journey.stages]
    owned: Counter[tuple[TeamMark | None, str, int]] = Counter()
    helped: Counter[tuple[TeamMark | None, str, int]] = Counter()
    teams: dict[TeamMark, None] = dict.fromkeys(studio.marks.declared())
    for journey in shown:
        for number, stage in enumerate(journey.stages):
            for touchpoint in stage.touchpoints:
                card = studio.card(journey, touchpoint)
                if card.owner is not None and card.owner.customer:
                    continue
                owned[card.owner, journey.path, number] += 1
                teams |= dict.fromkeys([card.owner] if card.owner else [])
                teams |= dict.fromkeys(card.helpers)
                helped.update((helper, journey.path, number) for helper in card.helpers)
    carriers = []
    for team in (*teams, None):
        cells = tuple(
            tuple(
                _cell(owned[team, j.path, n], helped[team, j.path, n]) for n in range(len(j.stages))
            )
            for j in shown
        )
        total = sum(cell.owns for row in cells for cell in row)
        if any(cell.owns or cell.helps for row in cells for cell in row):
            carriers.append(Carrier(team, cells, total))
    groups = tuple(
        Columns(j.label, studio.links.to("journey", j.path), tuple(s.name for s in j.stages))
        for j in shown
    )
    return Load(_heading(carriers), groups, tuple(carriers))


def _cell(owns: int, helps: int) -> Cell:
    return Cell(owns, helps, min(owns, SHADES))


def _heading(carriers: Sequence[Carrier]) -> str:
    teams = sorted((c for c in carriers if c.team and c.total), key=lambda c: -c.total)
    nobody = sum(c.total for c in carriers if c.team is None)
    parts = []
    if len(teams) > 1 and teams[0].team and teams[0].total > teams[1].total:
        parts.append(f"{teams[0].team.name} carries the most")
    if nobody:
        verb = "is" if nobody == 1 else "are"
        parts.append(f"{many(nobody, 'touchpoint')} {verb} carried by nobody")
    return sentence("; ".join(parts)) or "Who carries what"
