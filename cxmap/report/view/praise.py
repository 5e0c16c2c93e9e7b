"""What works well, which stands beside what hurts."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.studio import Studio
from cxmap.report.view.reference import Reference, to_touchpoint
from cxmap.report.view.touchpoint import Card

_BEST = "+2"


@dataclass(frozen=True, slots=True)
class Praise:
    """A touchpoint that works well.

    Attributes:
        where: the touchpoint.
        moment: it is a moment of truth.
        words: what customers like about it.
        reasons: what else speaks for it, in words.
    """

    where: Reference
    moment: bool
    words: tuple[str, ...]
    reasons: tuple[str, ...]


def praise(journey: Journey, studio: Studio) -> Iterator[Praise]:
    """The touchpoints of a current map where customers like something; a target has none yet."""
    if journey.state == "target":
        return
    for touchpoint in journey.touchpoints():
        card = studio.card(journey, touchpoint)
        reasons = tuple(_reasons(journey, touchpoint, card, studio))
        if card.works_well or reasons:
            where = to_touchpoint(journey, touchpoint, studio.brief, studio.links)
            yield Praise(where, card.moment, card.works_well, reasons)


def _reasons(journey: Journey, touchpoint: Touchpoint, card: Card, studio: Studio) -> Iterator[str]:
    if card.met == "exceeded":
        yield "Better than customers expect"
    for rating in card.ratings:
        if rating.value == _BEST:
            yield f"{rating.words}: {rating.who}" if rating.who else rating.words
    if card.moment or card.met == "exceeded" or card.works_well:
        for metric in studio.brief.facts.metrics(card.measures):
            shown = studio.measure_at(metric, journey, touchpoint)
            if shown.verdict.state == "ok" and shown.voice:
                yield f"{shown.name} on target: {shown.value}"
