"""Who looks after the customer: the run of owners along a journey, and where it changes hands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from cxmap.experience import Run
from cxmap.model.journey import Stage
from cxmap.model.touchpoint import CUSTOMER
from cxmap.report.view.marks import Marks, TeamMark


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of touchpoints with one owner.

    Attributes:
        start, end: where it lies, 0 to 1 across the sheet.
        team: the owner; None for nobody.
        first, last: the numbers of its touchpoints.
    """

    start: float
    end: float
    team: TeamMark | None
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The owners of one sheet of a map.

    Attributes:
        anchor: a name that no other ribbon on the page has.
        stages: how many stages the sheet has.
        segments: the owners in order, equal neighbours as one.
        title: the same in words.
    """

    anchor: str
    stages: int
    segments: tuple[Segment, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Place:
    """A touchpoint on a ribbon: where it lies, 0 to 1, whose it is, and its number."""

    start: float
    end: float
    team: TeamMark | None
    number: str


def ribbon(
    stages: Sequence[Stage], numbers: Mapping[str, str], marks: Marks, anchor: str
) -> Ribbon:
    """The owners of some stages, in order."""
    places: list[Place] = []
    for s, stage in enumerate(stages):
        total = len(stage.touchpoints)
        for t, touchpoint in enumerate(stage.touchpoints):
            start, end = ((s + n / total) / len(stages) for n in (t, t + 1))
            team = marks.team(touchpoint.who) if touchpoint.who else None
            places.append(Place(start, end, team, numbers.get(touchpoint.id, "")))
    return along(places, len(stages), anchor)


def along(places: Sequence[Place], stages: int, anchor: str) -> Ribbon:
    """The owners of touchpoints in order, equal neighbours as one.

    Args:
        places: the touchpoints.
        stages: how many stages they stand in.
        anchor: a name that no other ribbon on the page has.
    """
    segments = []
    for team, run in groupby(places, key=lambda place: place.team):
        whole = list(run)
        first, last = whole[0], whole[-1]
        segments.append(Segment(first.start, last.end, team, first.number, last.number))
    names = ", ".join(said(s.team) for s in segments)
    title = f"Who looks after the customer, in order: {names}" if names else "Nobody owns anything"
    return Ribbon(anchor, stages, tuple(segments), title)


def said(team: TeamMark | None) -> str:
    """An owner in a list of owners."""
    if team is None:
        return "nobody"
    return "the customer alone" if team.customer else team.name


def owners(stages: Sequence[Stage], marks: Marks) -> Run:
    """The owners along a journey, equal neighbours as one; None for nobody."""
    touchpoints = (t for stage in stages for t in stage.touchpoints)
    who = (_owner(marks.team(t.who)) if t.who else None for t in touchpoints)
    return [team for team, _ in groupby(who)]


def _owner(team: TeamMark) -> str:
    return CUSTOMER if team.customer else team.id
