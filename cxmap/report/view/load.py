"""Who carries what: touchpoints per team and stage over all journeys."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.report.say import many, sentence
from cxmap.report.studio import Studio
from cxmap.report.view.cut import fits
from cxmap.report.view.marks import TeamMark
from cxmap.report.view.scale import Bullet
from cxmap.report.view.touchpoint import Card

SHADES = 4
"""How many shades there are; from this many touchpoints on a cell is as dark as can be."""

MOST = 12
"""Up to how many journeys have a column each."""


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
class Total:
    """What a team, or None for nobody, carries over all journeys.

    Attributes:
        team: the team.
        owns: how many touchpoints it owns.
        bar: the same as a bar beside the team that owns most.
        helps: at how many it helps.
        journeys: on how many journeys it owns any.
        moments: how many moments of truth it owns.
        heard: at how many of its own we ask the customer.
        missed: how many of its own miss what is expected.
    """

    team: TeamMark | None
    owns: int
    bar: Bullet
    helps: int
    journeys: int
    moments: int
    heard: int
    missed: int


@dataclass(frozen=True, slots=True)
class Load:
    """Who carries what.

    Attributes:
        heading: who carries the most, and how much nobody carries, as a sentence.
        groups: the journeys; none where they are too many for a column each.
        carriers: the teams in their order, nobody last, with a cell per stage of every group.
        totals: the same teams with what they carry over all journeys.
    """

    heading: str
    groups: tuple[Columns, ...]
    carriers: tuple[Carrier, ...]
    totals: tuple[Total, ...]


def load(journeys: Sequence[Journey], studio: Studio) -> Load:
    """Touchpoints per team and stage; what customers do alone is nobody's."""
    shown = [journey for journey in journeys if journey.stages]
    owned: dict[TeamMark | None, list[tuple[str, int, Card]]] = {
        team: [] for team in studio.marks.declared()
    }
    helped: dict[TeamMark | None, Counter[tuple[str, int]]] = {}
    for journey in shown:
        for number, stage in enumerate(journey.stages):
            for touchpoint in stage.touchpoints:
                card = studio.card(journey, touchpoint)
                if card.owner is not None and card.owner.customer:
                    continue
                owned.setdefault(card.owner, []).append((journey.path, number, card))
                for helper in card.helpers:
                    owned.setdefault(helper, [])
                    helped.setdefault(helper, Counter())[journey.path, number] += 1
    nobody = owned.pop(None, [])
    teams = [t for t in owned if owned[t] or t in helped] + ([None] if nobody else [])
    owned[None] = nobody
    columns = shown if fits(len(shown), MOST) else []
    most = max((len(own) for own in owned.values()), default=0)
    carriers = []
    for team in teams:
        owns = Counter((path, number) for path, number, _ in owned[team])
        helps = helped.get(team, Counter())
        cells = tuple(
            tuple(_cell(owns[j.path, n], helps[j.path, n]) for n in range(len(j.stages)))
            for j in columns
        )
        carriers.append(Carrier(team, cells, len(owned[team])))
    groups = tuple(
        Columns(j.label, studio.links.to("journey", j.path), tuple(s.name for s in j.stages))
        for j in columns
    )
    totals = tuple(
        _total(team, owned[team], helped.get(team, Counter()).total(), most) for team in teams
    )
    return Load(_heading(carriers), groups, tuple(carriers), totals)


def _total(
    team: TeamMark | None, owns: Sequence[tuple[str, int, Card]], helps: int, most: int
) -> Total:
    cards = [card for _, _, card in owns]
    return Total(
        team,
        len(owns),
        Bullet(0, 100 * len(owns) / max(most, 1), None, None, None, "open"),
        helps,
        len({path for path, _, _ in owns}),
        sum(card.moment for card in cards),
        sum(card.heard for card in cards),
        sum(card.met == "missed" for card in cards),
    )


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
