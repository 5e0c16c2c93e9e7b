"""The changes of a map as lists: what customers lose, what nobody has planned, who is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.diff.comparison import Comparison
from cxmap.diff.groups import Group
from cxmap.diff.level import Level
from cxmap.model.journey import Journey
from cxmap.output.asked import asked
from cxmap.report.page import Links
from cxmap.report.say import sentence
from cxmap.report.view.marks import Marks, TeamMark
from cxmap.report.view.reference import Reference


@dataclass(frozen=True, slots=True)
class Told:
    """An item with some of its changes in words.

    Attributes:
        where: the item.
        level: how they weigh at worst.
        said: the changes; the accepted ones with who accepts them and why.
    """

    where: Reference
    level: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What a comparison asks of a team.

    Attributes:
        team: the team; None for what nobody owns.
        before: how many touchpoints it owned.
        after: how many it owns, or is to.
        words: what changes for it; empty where nothing does.
    """

    team: TeamMark | None
    before: int
    after: int
    words: str


def told_at(comparison: Comparison, journey: Journey, level: Level, links: Links) -> Iterator[Told]:
    """The items of a map with changes of a level."""
    for group in comparison.groups_of(journey):
        changes = [c for c in group.changes if c.level is level]
        if changes:
            said = tuple(
                f"{sentence(c.message)} (accepted by {c.accepted.who}: {c.accepted.why})"
                if c.accepted
                else sentence(c.message)
                for c in changes
            )
            yield Told(_where(group, links), level.word, said)


def unplanned(comparison: Comparison, journey: Journey, links: Links) -> Iterator[Told]:
    """The items of a map that take work which nobody has planned."""
    for group in comparison.groups_of(journey):
        if group.uncovered:
            said = tuple(sentence(c.message) for c in group.changes if c.takes_work)
            yield Told(_where(group, links), group.level.word, said)


def loads(comparison: Comparison, journey: Journey, marks: Marks) -> Iterator[Load]:
    """What the changes of a map ask of each team."""
    for ask in comparison.asks(journey):
        words = "" if ask.nothing else asked(ask)
        team = marks.team(ask.team) if ask.team is not None else None
        yield Load(team, ask.before, ask.after, sentence(words))


def _where(group: Group, links: Links) -> Reference:
    spot = group.spot
    journey = spot.journey
    touchpoint = "." in spot.number
    anchor = f"tp-{getattr(spot.part, 'id', '')}" if touchpoint else f"stage-{spot.number}"
    href = links.to("journey", journey.path, anchor if spot.number else "") if journey else ""
    label = journey.label if journey else ""
    return Reference(spot.number, spot.name, href, journey.path if journey else "", label)
