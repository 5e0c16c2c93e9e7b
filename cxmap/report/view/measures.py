"""A table of measures: those of a map, or of everything, the furthest from target first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cxmap.model.journey import Journey
from cxmap.model.metric import Metric
from cxmap.report.studio import Studio
from cxmap.report.view.cut import Rest, cut
from cxmap.report.view.measure import Measure
from cxmap.report.view.reference import Reference, to_journey, to_stage, to_touchpoint
from cxmap.words import joined


@dataclass(frozen=True, slots=True)
class Row:
    """A measure and where it is used."""

    measure: Measure
    used_at: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures.

    Attributes:
        heading: what stands out about them, as a sentence.
        rows: the measures in their order.
    """

    heading: str
    rows: tuple[Row, ...]


def measures(journey: Journey, studio: Studio) -> Measures:
    """The measures on a map, those furthest from target first."""
    metrics = studio.brief.facts.metrics(studio.brief.facts.measures.on(journey))
    used = _used(journey, studio)
    once = {metric.id: metric for metric in metrics}
    rows = [Row(studio.measure(m), tuple(used.get(i, ()))) for i, m in once.items()]
    return table(rows)


def of_all(studio: Studio) -> Measures:
    """Every measure of the workspace, with the journeys it is used on."""
    brief = studio.brief
    found: dict[str, list[Journey]] = {}
    for journey in brief.journeys:
        if journey.state == "current":
            for metric in brief.facts.metrics(brief.facts.measures.on(journey)):
                found.setdefault(metric.id, []).append(journey)
    rows = []
    for metric in _once(studio):
        used = tuple(to_journey(j, studio.links) for j in found.get(metric.id, ()))
        rows.append(Row(studio.measure(metric), used))
    return table(rows)


def of_team(identity: str, most: int, studio: Studio) -> tuple[Measures, Rest]:
    """The measures a team owns, `most` of them where there are many."""
    facts = studio.brief.facts
    owned = [m for m in _once(studio) if identity in {facts.team(owner) for owner in m.owners}]
    return first(table([Row(studio.measure(metric), ()) for metric in owned]), most, studio)


def first(measured: Measures, most: int, studio: Studio) -> tuple[Measures, Rest]:
    """The measures furthest from target where there are many, and how many are left out."""
    rows, rest = cut(measured.rows, most, studio.links.to("all-measures"))
    return replace(measured, rows=tuple(rows)), rest


def _once(studio: Studio) -> Iterable[Metric]:
    return {metric.id: metric for metric in studio.brief.workspace.metrics}.values()


def table(rows: Sequence[Row]) -> Measures:
    """Measures in their order, with what stands out about them."""
    shown = [row.measure for row in rows]
    return Measures(heading(shown), in_order(rows))


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Misses first, the furthest at the top; then what nobody can tell; then what is on target."""
    turn = {"bad": 0, "unsure": 1, "few": 2, "stale": 3, "none": 4, "hidden": 4, "open": 5, "ok": 6}
    return tuple(
        sorted(rows, key=lambda r: (turn[r.measure.verdict.state], -r.measure.fraction_short))
    )


def heading(shown: Sequence[Measure]) -> str:
    """How many are on target, of those with fresh figures, and how many say nothing."""
    if not shown:
        return "Measures"
    states = [measure.verdict.state for measure in shown]
    fresh = [measure for measure in shown if measure.verdict.counts]
    rest = [
        words
        for those, words in (
            ({"none"}, "no reading"),
            ({"stale"}, "only old ones"),
            ({"hidden", "few"}, "too few answers"),
            ({"open"}, "no target"),
        )
        if (number := sum(state in those for state in states))
        for words in [f"{number} {'has' if number == 1 else 'have'} {words}"]
    ]
    if not fresh:
        return f"No measure can be held against its target: {joined(rest)}"
    on = states.count("ok")
    if len(fresh) == 1:
        first = "The one fresh figure is " + ("on target" if on else "not on target")
    elif on == len(fresh):
        every = "Both" if on == 2 else f"All {on}"
        first = f"{every} measures with fresh figures are on target"
    else:
        verb = "is" if on == 1 else "are"
        first = f"{on} of the {len(fresh)} measures with fresh figures {verb} on target"
    return f"{first}; {joined(rest)}" if rest else first


def _used(journey: Journey, studio: Studio) -> dict[str, list[Reference]]:
    brief, links = studio.brief, studio.links
    found: dict[str, list[Reference]] = {}

    def note(references: Iterable[str], way: Reference) -> None:
        for metric in brief.facts.metrics(tuple(references)):
            if way not in found.setdefault(metric.id, []):
                found[metric.id].append(way)

    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            way = to_touchpoint(journey, touchpoint, brief, links)
            note(brief.facts.measures.at(journey, touchpoint), way)
        posts = brief.facts.measures.posts_on(journey.stage_path(stage))
        posted = (reference for post in posts for reference in post.measures)
        note((*stage.measures, *posted), to_stage(journey, stage, links))
    note(journey.measures, to_journey(journey, links))
    return found
