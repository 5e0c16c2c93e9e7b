"""Other tellings of the same journey, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.report.studio import Studio
from cxmap.report.view.coverage import Strip, strips
from cxmap.report.view.emotion import Emotion, emotions


@dataclass(frozen=True, slots=True)
class Scenario:
    """One telling of a journey.

    Attributes:
        title: its title.
        words: the situation it tells of.
        href: its page; empty for the page one is on.
        here: it is the page one is on.
        touchpoints: how many it has.
        stages: how many it has.
        emotion: its whole curve, or None.
        coverage: one strip per question.
    """

    title: str
    words: str
    href: str
    here: bool
    touchpoints: int
    stages: int
    emotion: Emotion | None
    coverage: tuple[Strip, ...]


def scenarios(journey: Journey, studio: Studio, prefix: str) -> Iterator[Scenario]:
    """A journey and its other tellings of the same state; nothing where it is told once."""
    root = _root(journey, studio)
    family = [
        other
        for other in studio.brief.workspace.journeys
        if other.state == journey.state and _root(other, studio) == root
    ]
    if len(family) < 2:
        return
    for other in sorted(family, key=lambda j: j.id != root):
        yield _scenario(other, studio, prefix, here=other is journey)


def _root(journey: Journey, studio: Studio) -> str:
    found = studio.brief.workspace.maps_of(journey.scenario_of) if journey.scenario_of else ()
    return found[0].id if found else journey.id


def _scenario(journey: Journey, studio: Studio, prefix: str, *, here: bool) -> Scenario:
    brief = studio.brief
    curve = whole(journey, studio, f"{prefix}telling-{journey.id}-")
    return Scenario(
        journey.label,
        journey.scenario or "",
        "" if here else studio.links.to("journey", journey.path),
        here,
        sum(len(stage.touchpoints) for stage in journey.stages),
        len(journey.stages),
        curve,
        strips(journey, brief),
    )


def whole(journey: Journey, studio: Studio, anchor: str) -> Emotion | None:
    """The whole curve of a journey on one sheet, for small drawings; None without stages."""
    if not journey.stages:
        return None
    brief = studio.brief
    numbers = brief.numbers(journey)
    return emotions(journey, [journey.stages], numbers, brief.workspace, anchor)[0]
