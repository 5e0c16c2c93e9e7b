"""A way to an item of a map: the chip that findings, actions and measures point with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.brief import Brief
from cxmap.report.page import Links


@dataclass(frozen=True, slots=True)
class Reference:
    """Where something is.

    Attributes:
        number: 3.2 for a touchpoint, 3 for a stage, nothing for others.
        name: what it is called.
        href: where it is shown, or nothing.
        journey: the journey it is part of, as its map's item path; empty for others.
        journey_title: that journey's title.
    """

    number: str
    name: str
    href: str
    journey: str = ""
    journey_title: str = ""


def to_touchpoint(
    journey: Journey, touchpoint: Touchpoint, brief: Brief, links: Links
) -> Reference:
    """The way to a touchpoint."""
    return Reference(
        brief.numbers(journey).get(touchpoint.id, ""),
        touchpoint.what,
        links.to("journey", journey.path, f"tp-{touchpoint.id}"),
        journey.path,
        journey.label,
    )


def to_stage(journey: Journey, stage: Stage, links: Links) -> Reference:
    """The way to a stage."""
    number = next((n for n, s in enumerate(journey.stages, 1) if s is stage), 0)
    return Reference(
        str(number),
        stage.name,
        links.to("journey", journey.path, f"stage-{number}"),
        journey.path,
        journey.label,
    )


def to_journey(journey: Journey, links: Links) -> Reference:
    """The way to a map."""
    href = links.to("journey", journey.path)
    return Reference("", journey.label, href, journey.path, journey.label)


def to_item(item: str, name: str, brief: Brief, links: Links) -> Reference:
    """The way to the item of a finding.

    Args:
        item: its path, such as `onboarding@current/welcome-letter` or `metric:nps`.
        name: what it is called where it is no part of a map.
        brief: what the report is about.
        links: where the pages are.
    """
    head, slash, touchpoint = item.partition("/")
    path, hash_, stage = head.partition("#")
    identity, at, state = path.partition("@")
    journey = brief.workspace.map_of(identity, state) if at else None
    if journey is None:
        kind, _, key = item.partition(":")
        sorts = {"team": "team", "customer": "customer"}
        return Reference(
            "", name or key or item, links.to(sorts[kind], key) if kind in sorts else ""
        )
    if slash:
        for found in journey.touchpoints():
            if found.id == touchpoint:
                return to_touchpoint(journey, found, brief, links)
    if hash_:
        for part in journey.stages:
            if part.id == stage:
                return to_stage(journey, part, links)
    return to_journey(journey, links)


def each_once(references: Iterable[Reference]) -> Iterator[Reference]:
    """References without those that were there before."""
    yield from dict.fromkeys(references)
