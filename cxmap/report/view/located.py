"""Touchpoints away from their map: with the journey and stage they stand in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.studio import Studio
from cxmap.report.view.measure import Measure
from cxmap.report.view.reference import Reference, to_touchpoint
from cxmap.report.view.touchpoint import Card

Wanted = Callable[[Journey, Touchpoint], bool]


@dataclass(frozen=True, slots=True)
class Located:
    """A touchpoint with where it stands and what is measured at it."""

    card: Card
    where: Reference
    stage: str
    measures: tuple[Measure, ...]

    @property
    def answers(self) -> tuple[Measure, ...]:
        """What customers say here; where nobody asks them, what is counted."""
        voices = tuple(measure for measure in self.measures if measure.voice)
        return voices or self.measures


def located(journey: Journey, stage: Stage, touchpoint: Touchpoint, studio: Studio) -> Located:
    """A touchpoint with where it stands."""
    card = studio.card(journey, touchpoint)
    metrics = studio.brief.facts.metrics(card.measures)
    return Located(
        card,
        to_touchpoint(journey, touchpoint, studio.brief, studio.links),
        stage.name,
        tuple(studio.measure_at(metric, journey, touchpoint) for metric in metrics),
    )


Spot = tuple[Journey, Stage, Touchpoint]
"""A touchpoint with the journey and the stage it is part of."""


def spots(journeys: Sequence[Journey], wanted: Wanted) -> list[Spot]:
    """The touchpoints of some maps that are wanted, in the customer's order."""
    return [
        (journey, stage, touchpoint)
        for journey in journeys
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        if wanted(journey, touchpoint)
    ]
