"""The table of journeys: each once, with how it feels, what is answered and what comes next."""

from dataclasses import dataclass, replace

from cxmap.finding import Severity
from cxmap.model.journey import Journey
from cxmap.report.brief import Brief, counts, standing
from cxmap.report.say import many, sentence
from cxmap.report.studio import Studio
from cxmap.report.view import action
from cxmap.report.view.coverage import Strip, strips
from cxmap.report.view.cut import Rest, cut
from cxmap.report.view.emotion import Emotion
from cxmap.report.view.scenario import whole


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """A journey in the table.

    Attributes:
        title: its title.
        href: its page.
        target: the page of its target, or nothing.
        compare: the page that compares both, or nothing.
        words: customers, states, size.
        draft: it is a first sketch.
        touchpoints: how many it has.
        emotion: its curve, or None where it has none or the list shows none.
        coverage: one strip per question.
        errors: how many errors are found on it.
        warnings: likewise.
        notes: likewise.
        next: what happens next, or nothing.
        late: that is late.
    """

    title: str
    href: str
    target: str
    compare: str
    words: str
    draft: bool
    touchpoints: int
    emotion: Emotion | None
    coverage: tuple[Strip, ...]
    errors: int
    warnings: int
    notes: int
    next: str
    late: bool


MOST = 20
"""How many journeys the table shows where there are many."""


def listed(brief: Brief) -> list[Journey]:
    """The journeys, each once: as it is today, or its target where nothing else is there."""
    today = {journey.id for journey in brief.journeys if journey.state == "current"}
    return [j for j in brief.journeys if j.state == "current" or j.id not in today]


def journey_rows(studio: Studio) -> tuple[JourneyRow, ...]:
    """Every journey as a row without its curve."""
    return tuple(_row(journey, studio) for journey in listed(studio.brief))


def first_rows(studio: Studio, prefix: str) -> tuple[tuple[JourneyRow, ...], Rest]:
    """Every journey with its curve; of many those with most errors, what is late, most warnings."""
    pairs = [(journey, _row(journey, studio)) for journey in listed(studio.brief)]
    ranked = sorted(pairs, key=lambda pair: _trouble(pair[1]), reverse=True)
    shown, rest = cut(ranked, MOST, studio.links.to("all-journeys"))
    return tuple(
        replace(row, emotion=whole(journey, studio, f"{prefix}feels-{journey.id}-"))
        for journey, row in (shown if rest.left else pairs)
    ), rest


def _trouble(row: JourneyRow) -> tuple[int, ...]:
    return row.errors, row.late, row.warnings, row.touchpoints


def _row(journey: Journey, studio: Studio) -> JourneyRow:
    brief = studio.brief
    number = counts(standing(brief.findings_on(journey)))
    target = brief.facts.target(journey)
    following, late = _next(journey, studio)
    total = sum(len(stage.touchpoints) for stage in journey.stages)
    return JourneyRow(
        journey.label,
        studio.links.to("journey", journey.path),
        studio.links.to("journey", target.path) if target and target is not journey else "",
        studio.links.to("compare", journey.id) if target and target is not journey else "",
        _words(journey, total, brief),
        journey.status == "draft",
        total,
        None,
        strips(journey, brief),
        number[Severity.ERROR],
        number[Severity.WARNING],
        number[Severity.INFO],
        following,
        late,
    )


def _words(journey: Journey, total: int, brief: Brief) -> str:
    names = [customer.label for customer in brief.facts.customers(journey)]
    size = f"{many(total, 'touchpoint')} in {many(len(journey.stages), 'stage')}"
    return ". ".join([*([", ".join(names)] if names else []), sentence(size)])


def _next(journey: Journey, studio: Studio) -> tuple[str, bool]:
    facts = studio.brief.facts
    found = {a.id: a for a in facts.actions.on(journey)}
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            found |= {a.id: a for a in facts.actions.on(journey, stage, touchpoint)}
    turn = [
        view
        for view in action.in_order(studio.action(part) for part in found.values())
        if view.state in {"late", "open"}
    ]
    if not turn:
        return "", False
    first = turn[0]
    return f"{first.title}, {first.words.lower()}", first.state == "late"
