"""What a whole map comes to: how it feels on average, and how often the customer changes hands."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from statistics import fmean

from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import CUSTOMER, Touchpoint

Run = Sequence[str | None]
"""The owners along a journey by id, None for nobody, `customer` where customers are alone."""


def average(touchpoints: Iterable[Touchpoint]) -> float | None:
    """How touchpoints feel on average, −2 to +2; None where nobody has rated any."""
    ratings = [rating for t in touchpoints if (rating := t.feeling()) is not None]
    return fmean(ratings) if ratings else None


def owners(facts: Facts, journey: Journey) -> Run:
    """The owners along a journey, equal neighbours as one."""
    who = (CUSTOMER if t.by_customer else facts.team(t.who) for t in journey.touchpoints())
    return [team for team, _ in groupby(who)]


def handoffs(run: Run) -> int:
    """How often the customer passes from one team to another, over those who are nobody too."""
    teams = [team for team in run if team is not None and team != CUSTOMER]
    return sum(one != two for one, two in pairwise(teams))


def drops(run: Run) -> int:
    """How often the customer is left to nobody."""
    return sum(team is None for team in run)
