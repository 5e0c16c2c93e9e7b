"""The map itself: stages with all that stands in them, parted into sheets that a page can hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxmap.model.journey import Journey, Stage
from cxmap.report.brief import Brief
from cxmap.report.studio import Studio
from cxmap.report.view.emotion import Emotion, emotions
from cxmap.report.view.marks import TeamMark
from cxmap.report.view.measure import Measure
from cxmap.report.view.ribbon import Ribbon, ribbon
from cxmap.report.view.touchpoint import Card

Column = TypeVar("Column")
MOST_STAGES = 6
"""How many stages stand side by side; more are parted evenly."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure in a stage: the numbers it is used at, and itself, or its name where undeclared."""

    numbers: tuple[tuple[str, str], ...]
    measure: Measure | None
    name: str


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage.

    Attributes:
        id: its id.
        number: its place in the journey, from 1.
        name: its name.
        phase: the coarser group it is in.
        goal: what the customer wants there.
        duration: how long it lasts.
        condition: only then does it happen.
        owner: the team accountable for it, or None.
        cards: its touchpoints.
        measures: what is measured in it.
        unheard: number and id of the touchpoints that nothing tells us about.
        counted: number and id of those where we count and never ask.
        asked: the customer is asked somewhere in the stage.
        evidence, frontstage, backstage, support: the blueprint of the stage itself.
        note: Markdown.
        links: web addresses.
    """

    id: str
    number: int
    name: str
    phase: str
    goal: str
    duration: str
    condition: str
    owner: TeamMark | None
    cards: tuple[Card, ...]
    measures: tuple[Placed, ...]
    unheard: tuple[tuple[str, str], ...]
    counted: tuple[tuple[str, str], ...]
    asked: bool
    evidence: tuple[str, ...]
    frontstage: tuple[str, ...]
    backstage: tuple[str, ...]
    support: tuple[str, ...]
    note: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Stages that stand side by side.

    Attributes:
        number: 1 for the first.
        stages: the stages.
        emotion: their part of the curve.
        ribbon: their part of the owners.
        phases: the groups over the stages, each with how many it spans; empty where none is named.
    """

    number: int
    stages: tuple[StageView, ...]
    emotion: Emotion
    ribbon: Ribbon
    phases: tuple[tuple[str, int], ...]


LANES = ("expects", "pains", "works", "opportunities", "evidence", "frontstage")
"""Lanes that a map has only where it says something there; backstage and support likewise."""


def sheets(journey: Journey, studio: Studio, prefix: str) -> tuple[Sheet, ...]:
    """The sheets of a map.

    Args:
        journey: the map.
        studio: what pages are built with.
        prefix: what anchors on the page begin with.
    """
    brief = studio.brief
    numbers = brief.numbers(journey)
    parts = list(parted(journey.stages))
    curves = emotions(journey, parts, numbers, brief.workspace, f"{prefix}curve-")
    views = [
        tuple(
            _stage(journey, stage, number, studio)
            for number, stage in enumerate(journey.stages, 1)
            if any(stage is s for s in part)
        )
        for part in parts
    ]
    return tuple(
        Sheet(
            n,
            view,
            curve,
            ribbon(part, numbers, studio.marks, f"{prefix}ribbon-{n}"),
            tuple(_phases(part)),
        )
        for n, (part, view, curve) in enumerate(zip(parts, views, curves, strict=True), 1)
    )


def parted(stages: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """Stages in parts of six at most, as even as can be: seven are four and three."""
    parts = -(-len(stages) // MOST_STAGES)
    start = 0
    for part in range(parts):
        left = parts - part
        size = -(-(len(stages) - start) // left)
        yield stages[start : start + size]
        start += size


def lanes(parts: Iterable[Sheet]) -> frozenset[str]:
    """The lanes in which some stage says something."""
    found = set()
    for stage in (stage for sheet in parts for stage in sheet.stages):
        for name in ("evidence", "frontstage", "backstage", "support"):
            if getattr(stage, name) or any(getattr(card, name) for card in stage.cards):
                found.add(name)
        cards = stage.cards
        found |= {
            lane
            for lane, has in (
                ("expects", any(c.expectation for c in cards)),
                ("pains", any(c.pains for c in cards)),
                ("works", any(c.works_well for c in cards)),
                ("opportunities", any(c.opportunities for c in cards)),
                ("goal", bool(stage.goal)),
                ("measures", bool(stage.measures) or stage.asked),
            )
            if has
        }
    return frozenset(found)


def _phases(stages: Sequence[Stage]) -> Iterator[tuple[str, int]]:
    if not any(stage.phase for stage in stages):
        return
    name, span = stages[0].phase or "", 0
    for stage in stages:
        if (stage.phase or "") != name:
            yield name, span
            name, span = stage.phase or "", 0
        span += 1
    yield name, span


def _stage(journey: Journey, stage: Stage, number: int, studio: Studio) -> StageView:
    cards = tuple(studio.card(journey, touchpoint) for touchpoint in stage.touchpoints)
    brief = studio.brief
    return StageView(
        stage.id,
        number,
        stage.name,
        stage.phase or "",
        stage.goal or "",
        stage.duration or "",
        stage.if_ or "",
        studio.marks.team(stage.owner) if stage.owner else None,
        cards,
        tuple(_measures(journey, stage, number, cards, studio)),
        tuple(_with_hole(cards, "feedback")),
        tuple(_with_hole(cards, "voice")),
        _asked(journey, stage, cards, brief),
        stage.evidence,
        stage.frontstage,
        stage.backstage,
        stage.support,
        stage.note or "",
        stage.links,
    )


def _with_hole(cards: Iterable[Card], kind: str) -> Iterator[tuple[str, str]]:
    for card in cards:
        if any(hole.kind == kind for hole in card.holes):
            yield card.number, card.id


def _asked(journey: Journey, stage: Stage, cards: Iterable[Card], brief: Brief) -> bool:
    return any(card.heard for card in cards) or brief.facts.asked(journey, stage)


def _measures(
    journey: Journey, stage: Stage, number: int, cards: Sequence[Card], studio: Studio
) -> Iterator[Placed]:
    """What is measured in a stage, each measure once with all the places it is used at."""
    metrics = studio.brief.workspace.metrics
    found: dict[str | Measure, dict[tuple[str, str], None]] = {}
    for card, touchpoint in zip(cards, stage.touchpoints, strict=True):
        shown = [studio.measure_at(m, journey, touchpoint) for m in metrics.among(card.measures)]
        here: tuple[str | Measure, ...] = (*shown, *card.measured_by)
        for one in here:
            found.setdefault(one, {})[(card.number, f"tp-{card.id}")] = None
    for reference in (*stage.measures, *_posted(journey, stage, studio)):
        metric = metrics.get(reference)
        lined_up = studio.measure_at(metric, journey, stage) if metric else reference
        found.setdefault(lined_up, {})[(str(number), f"stage-{number}")] = None
    for one, numbers in found.items():
        if isinstance(one, str):
            yield Placed(tuple(numbers), None, one)
        else:
            yield Placed(tuple(numbers), one, one.name)


def _posted(journey: Journey, stage: Stage, studio: Studio) -> Iterator[str]:
    for post in studio.brief.facts.measures.posts_on(journey.stage_path(stage)):
        yield from post.measures
