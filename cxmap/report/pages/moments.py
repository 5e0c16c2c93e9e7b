"""Every moment of truth, where most is at stake first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence, spelled
from cxmap.report.studio import Studio
from cxmap.report.view.cut import Rest, cut, elsewhere
from cxmap.report.view.first import FixFirst, at_stake
from cxmap.report.view.located import Located, located
from cxmap.words import joined


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of truth, with what is at stake."""

    at: Located
    stake: FixFirst


@dataclass(frozen=True, slots=True)
class MomentsPage:
    """What the template of the moments of truth sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        heading: how many there are.
        trouble: what is wrong with them, as a sentence.
        moments: the moments, where most is at stake first.
        rest: where the others are, where there are too many to rank.
    """

    prefix: str
    heading: str
    trouble: str
    moments: tuple[Moment, ...]
    rest: Rest


MOST = 60
"""How many moments are shown of a long list; nobody ranks more."""


def _stops(brief: Brief) -> Iterator[Stop]:
    if any(t.moment_of_truth for j in brief.journeys for t in j.touchpoints()):
        yield Stop("moments", "", "moments.html", "Moments of truth")


def _build(studio: Studio, here: Here) -> MomentsPage:
    found = [
        Moment(
            located(journey, stage, touchpoint, studio),
            at_stake(journey, stage, touchpoint, studio),
        )
        for journey in studio.brief.journeys
        if journey.state == "current"
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        if touchpoint.moment_of_truth
    ]
    ranked = tuple(sorted(found, key=lambda moment: -moment.stake.weight))
    heading = sentence(many(len(ranked), "moment of truth", "moments of truth"))
    shown, rest = cut(ranked, MOST)
    left = [
        (where.journey, where.journey_title) for m in ranked[len(shown) :] for where in [m.at.where]
    ]
    places = elsewhere(left, rest.total, here.links, "gap=mot")
    return MomentsPage(here.anchor(""), heading, _trouble(ranked), tuple(shown), places)


def _trouble(moments: Sequence[Moment]) -> str:
    """What is wrong, in a sentence; nothing where nothing is."""
    unheard = sum(not moment.at.card.heard for moment in moments)
    missed = sum(moment.at.card.met == "missed" for moment in moments)
    alone = sum(bool(m.stake.reasons) and not m.stake.action for m in moments)
    verb = "misses" if missed == 1 else "miss"
    parts = [
        *([f"at {spelled(unheard)} nobody asks"] if unheard else []),
        *([f"{spelled(missed)} {verb} what is expected"] if missed else []),
        *([f"for {spelled(alone)} in trouble nothing is planned"] if alone else []),
    ]
    return sentence(joined(parts))


PAGE = Page("moments", "moments.html", (), _stops, _build)
