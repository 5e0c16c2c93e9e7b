"""A map before and after, counted."""

from dataclasses import dataclass

from cxmap import experience
from cxmap.facts import Facts
from cxmap.model import coverage
from cxmap.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Picture:
    """What a map comes to.

    Attributes:
        touchpoints: how many there are.
        unowned: at how many nobody is accountable.
        untimed: at how many there is no time to count on.
        unmeasured: at how many nothing is measured.
        unheard: at how many the customer is not asked.
        moments: how many moments of truth there are.
        moments_heard: at how many of those the customer is asked.
        handoffs: how often the customer passes from one team to another.
        drops: how often the customer is left to nobody.
        emotion: how it feels on average, −2 to +2; None where nothing is rated.
    """

    touchpoints: int
    unowned: int
    untimed: int
    unmeasured: int
    unheard: int
    moments: int
    moments_heard: int
    handoffs: int
    drops: int
    emotion: float | None


@dataclass(frozen=True, slots=True)
class Balance:
    """A map before and after; None where there is none."""

    before: Picture | None
    after: Picture | None


def picture(facts: Facts, journey: Journey) -> Picture:
    """Count what a map comes to."""
    touchpoints = tuple(journey.touchpoints())
    counted = coverage.count(facts.listening, ((journey, t) for t in touchpoints))
    missing = {question: had.asked - had.answered for question, had in counted.items()}
    moments = [t for t in touchpoints if t.moment_of_truth]
    run = experience.owners(facts, journey)
    return Picture(
        touchpoints=len(touchpoints),
        unowned=missing["who"],
        untimed=missing["when"],
        unmeasured=missing["measure"],
        unheard=missing["voice"],
        moments=len(moments),
        moments_heard=sum(facts.listening.heard(journey, t) for t in moments),
        handoffs=experience.handoffs(run),
        drops=experience.drops(run),
        emotion=experience.average(touchpoints),
    )
