"""One map: header, map, touchpoints, measures, findings, actions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.brief import Brief
from cxmap.report.names import file_name
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import short_date
from cxmap.report.studio import Studio
from cxmap.report.view import action, telling
from cxmap.report.view.action import ActionView
from cxmap.report.view.actual.parts import Actual
from cxmap.report.view.actual.telling import actual
from cxmap.report.view.coverage import Strip, strips
from cxmap.report.view.emotion import Emotion
from cxmap.report.view.findings import Findings, findings
from cxmap.report.view.first import FixFirst, fix_first
from cxmap.report.view.first import heading as first_heading
from cxmap.report.view.marks import ChannelMark, TeamMark
from cxmap.report.view.measure import Measure
from cxmap.report.view.measures import Measures, measures
from cxmap.report.view.praise import Praise, praise
from cxmap.report.view.reference import Reference, to_touchpoint
from cxmap.report.view.scenario import Scenario, scenarios, whole
from cxmap.report.view.sheet import Sheet, lanes, sheets
from cxmap.report.view.telling import Piece
from cxmap.report.view.voice import Heard, heard
from cxmap.report.view.whose import Whose, whose

SECTIONS = ("map", "touchpoints", "measures", "actual", "findings", "accepted", "praise", "actions")
"""The parts of a journey's page that can be included and excluded."""

BASED_ON = {
    "assumption": "What we assume",
    "staff": "What staff say",
    "customers": "What customers say",
    "data": "Data",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page, with its words."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """What the template of a journey sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        title: the journey's title.
        target: it is how the journey is to become; false for today.
        draft: it is a first sketch.
        ways: to the target, the comparison, and what it is part of.
        standfirst: what the map says, in pieces.
        customers: whose journey it is.
        scenario: the situation it tells of.
        trigger: what starts it.
        outcome: how it ends well.
        owner: the team accountable across it, or None.
        agreed_by: the teams that stand behind it.
        confirmed: when it was last confirmed.
        known_from: where emotions and pains come from.
        intent: the intent of the programme.
        leader: who drives the programme.
        sponsor: whose name stands on it.
        note: Markdown.
        links: web addresses.
        tags: the user's own labels.
        coverage: one strip per question.
        moments: the moments of truth in a sentence.
        hands: how often the customer changes hands, in a sentence.
        assumed: how many ratings are assumed, in a sentence.
        carried: the same of handoffs for the head of the lane.
        map_heading: where it is hardest.
        teams: the teams on it, for the filter.
        channels: the channels on it, for the filter and the legend.
        sheets: the map.
        whole: its whole curve where it has several sheets, else None.
        lanes: the lanes in which something stands.
        touchpoints: how many there are.
        measures: the measures on it.
        measured: the measures at each touchpoint, by its id, as they read there.
        actual: how customers really went, as events said.
        heard: where customers are asked, and where we only count.
        findings: what is missing.
        first: what to fix first.
        first_heading: how many those are, as a sentence.
        praise: what works well.
        actions: what changes.
        actions_heading: what stands out about them.
        scenarios: other tellings of the same journey, beside this one.
        retired: what the target drops on purpose, with the reasons.
        contents: the sections that are shown, name and words, in order.
        source: the file it stands in.
    """

    prefix: str
    title: str
    target: bool
    draft: bool
    ways: tuple[Link, ...]
    standfirst: tuple[Piece, ...]
    customers: tuple[Whose, ...]
    scenario: str
    trigger: str
    outcome: str
    owner: TeamMark | None
    agreed_by: tuple[TeamMark, ...]
    confirmed: str
    known_from: str
    intent: str
    leader: str
    sponsor: str
    note: str
    links: tuple[str, ...]
    tags: tuple[str, ...]
    coverage: tuple[Strip, ...]
    moments: str
    hands: str
    assumed: str
    carried: str
    map_heading: str
    teams: tuple[TeamMark, ...]
    channels: tuple[ChannelMark, ...]
    sheets: tuple[Sheet, ...]
    whole: Emotion | None
    lanes: frozenset[str]
    touchpoints: int
    measures: Measures
    measured: Mapping[str, tuple[Measure, ...]]
    actual: Actual
    heard: Heard
    findings: Findings
    first: tuple[FixFirst, ...]
    first_heading: str
    praise: tuple[Praise, ...]
    actions: tuple[ActionView, ...]
    actions_heading: str
    scenarios: tuple[Scenario, ...]
    retired: tuple[tuple[Reference, str], ...]
    contents: tuple[tuple[str, str], ...]
    source: str

    def shows(self, section: str) -> bool:
        """Whether a section is shown."""
        return any(name == section for name, _ in self.contents)


def _stops(brief: Brief) -> Iterator[Stop]:
    for journey in brief.journeys:
        state = "" if journey.state == "current" else journey.state
        yield Stop("journey", journey.path, file_name("journey", journey.id, state), journey.label)


def _build(studio: Studio, here: Here) -> JourneyPage:
    brief = studio.brief
    journey = next(j for j in brief.journeys if j.path == here.stop.key)
    prefix = here.anchor("")
    parts = sheets(journey, studio, prefix)
    coverage = strips(journey, brief)
    found = findings(brief.findings_on(journey), brief, here.links)
    actions = _actions(journey, studio)
    first = fix_first(journey, studio)
    measured = measures(journey, studio)
    really = actual(journey, studio)
    good = tuple(praise(journey, studio))
    strategy = brief.workspace.strategy
    cards = [card for sheet in parts for stage in sheet.stages for card in stage.cards]
    teams = (m for c in cards for m in (*((c.owner,) if c.owner else ()), *c.helpers))
    content = {
        "map": ("Map", True),
        "touchpoints": ("Touchpoints", bool(cards)),
        "measures": ("Measures", bool(measured.rows)),
        "actual": ("Planned and actual", bool(really.told)),
        "praise": ("What works", bool(good)),
        "findings": ("Findings", True),
        "accepted": ("Accepted", bool(found.accepted)),
        "actions": ("Actions", bool(actions)),
    }
    return JourneyPage(
        prefix,
        journey.label,
        journey.state == "target",
        journey.status == "draft",
        tuple(_ways(journey, brief, here)),
        telling.standfirst(journey, coverage, [sheet.emotion for sheet in parts], brief),
        tuple(whose(journey, brief, here.links)),
        journey.scenario or "",
        journey.trigger or "",
        journey.outcome or "",
        studio.marks.team(journey.owner) if journey.owner else None,
        studio.marks.teams(journey.agreed_by),
        short_date(journey.as_of) if journey.as_of else "",
        BASED_ON.get(journey.based_on or "", ""),
        (strategy.intent or "") if strategy else "",
        (strategy.leader or "") if strategy else "",
        (strategy.sponsor or "") if strategy else "",
        journey.note or "",
        journey.links,
        journey.tags,
        coverage,
        telling.moments(journey, brief),
        telling.hands(journey, studio.marks),
        telling.assumed(journey, brief),
        telling.carried(journey, studio.marks),
        telling.map_heading(journey),
        tuple(dict.fromkeys(teams)),
        tuple(dict.fromkeys(channel for c in cards for channel in c.channels)),
        parts,
        whole(journey, studio, f"{prefix}whole-") if len(parts) > 1 else None,
        lanes(parts),
        len(cards),
        measured,
        {t.id: _measured(journey, t, studio) for t in journey.touchpoints()},
        really,
        heard(journey, studio),
        found,
        first,
        first_heading(first, found.errors + found.warnings + found.notes),
        good,
        actions,
        action.heading(actions),
        tuple(scenarios(journey, studio, prefix)),
        tuple(_retired(journey, brief, here)),
        tuple(
            (name, words) for name, (words, has) in content.items() if has and name in here.sections
        ),
        journey.at("journey").path,
    )


def _ways(journey: Journey, brief: Brief, here: Here) -> Iterator[Link]:
    other = (
        brief.facts.target(journey) if journey.state == "current" else brief.facts.current(journey)
    )
    if other is not None and other is not journey:
        compare = here.links.to("compare", journey.id)
        if compare:
            yield Link("Compare today and target", compare)
        href = here.links.to("journey", other.path)
        if href:
            yield Link("Target" if other.state == "target" else "Current state", href)
    for outer, touchpoint in brief.opened.get(journey.id, ()):
        way = to_touchpoint(outer, touchpoint, brief, here.links)
        yield Link(f"Inside {outer.label}, {way.number} {way.name}", way.href)


def _measured(journey: Journey, touchpoint: Touchpoint, studio: Studio) -> tuple[Measure, ...]:
    metrics = studio.brief.facts.metrics(studio.card(journey, touchpoint).measures)
    return tuple(studio.measure_at(metric, journey, touchpoint) for metric in metrics)


def _actions(journey: Journey, studio: Studio) -> tuple[ActionView, ...]:
    """The actions on a map or any part of it."""
    facts = studio.brief.facts
    found = {a.id: a for a in facts.actions.on(journey)}
    for stage in journey.stages:
        found |= {a.id: a for a in facts.actions.on(journey, stage)}
        for touchpoint in stage.touchpoints:
            found |= {a.id: a for a in facts.actions.on(journey, stage, touchpoint)}
    return action.in_order(studio.action(part) for part in found.values())


def _retired(journey: Journey, brief: Brief, here: Here) -> Iterator[tuple[Reference, str]]:
    current = brief.facts.current(journey)
    for retired in journey.retired:
        old = brief.workspace.touchpoint_index(current).get(retired.touchpoint) if current else None
        if old is not None and current is not None:
            yield to_touchpoint(current, old, brief, here.links), retired.why
        else:
            yield Reference("", retired.touchpoint, ""), retired.why


PAGE = Page("journey", "journey.html", SECTIONS, _stops, _build)
