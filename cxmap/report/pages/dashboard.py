"""The workspace at a glance: intent, journeys, measures, where we ask, who carries what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxmap import programme
from cxmap.finding import Finding
from cxmap.model import coverage
from cxmap.model.journey import Journey
from cxmap.programme import Step
from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence, spelled
from cxmap.report.studio import Studio
from cxmap.report.view import action, measures, plans
from cxmap.report.view.action import ActionView
from cxmap.report.view.findings import Findings, findings
from cxmap.report.view.journeys import JourneyRow, journey_rows
from cxmap.report.view.load import Load, load
from cxmap.report.view.marks import TeamMark
from cxmap.report.view.measures import Measures
from cxmap.report.view.plans import PlanView
from cxmap.report.view.reference import to_journey
from cxmap.report.view.telling import Piece
from cxmap.report.view.voice import Heard, heard

SECTIONS = (
    "journeys",
    "programme",
    "measures",
    "listening",
    "teams",
    "customers",
    "actions",
    "communications",
    "findings",
    "accepted",
)
"""The parts of the dashboard that can be included and excluded."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at the top: what it counts, the figure, and words beside it."""

    words: str
    value: str
    beside: str


@dataclass(frozen=True, slots=True)
class Who:
    """A customer as the list shows them.

    Attributes:
        name: what people call them.
        href: their page, or nothing.
        about: who they are, in a sentence.
        goal: what they want first.
        journeys: how many journeys name them, in words.
        followed: some map follows them, be it as part of a segment.
    """

    name: str
    href: str
    about: str
    goal: str
    journeys: str
    followed: bool


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What the template of the dashboard sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        intent: the intent statement, or nothing.
        standfirst: what stands out, in pieces.
        leader: who drives the programme.
        sponsor: whose name stands on it.
        teams: the teams.
        figures: the figures at the top.
        journeys: the journeys.
        steps: the eight steps of the programme.
        steps_heading: how far it is, as a sentence.
        measures: the measures, the furthest from target first.
        heard: where customers are asked, journey by journey.
        heard_heading: in how many stages nobody asks, as a sentence.
        load: who carries what.
        customers: the customers.
        actions: what changes.
        actions_heading: what stands out about it.
        communications: who is told what.
        communications_heading: how many are overdue, as a sentence.
        findings: what is found beside the maps.
        contents: the sections that are shown, name and words, in order.
    """

    prefix: str
    intent: str
    standfirst: tuple[Piece, ...]
    leader: str
    sponsor: str
    teams: tuple[TeamMark, ...]
    figures: tuple[Figure, ...]
    journeys: tuple[JourneyRow, ...]
    steps: tuple[Step, ...]
    steps_heading: str
    measures: Measures
    heard: tuple[Heard, ...]
    heard_heading: str
    load: Load
    customers: tuple[Who, ...]
    actions: tuple[ActionView, ...]
    actions_heading: str
    communications: tuple[PlanView, ...]
    communications_heading: str
    findings: Findings
    contents: tuple[tuple[str, str], ...]

    def shows(self, section: str) -> bool:
        """Whether a section is shown."""
        return any(name == section for name, _ in self.contents)


def _stops(brief: Brief) -> Iterator[Stop]:
    settings = brief.settings
    title = settings.report.title or settings.organization or "Customer experience map"
    yield Stop("dashboard", "", "dashboard.html", title)


def _build(studio: Studio, here: Here) -> Dashboard:
    brief = studio.brief
    strategy = brief.workspace.strategy
    current = [j for j in brief.journeys if j.state == "current"]
    prefix = here.anchor("")
    journeys = journey_rows(studio, prefix)
    measured = _measures(studio)
    asked = tuple(heard(journey, studio) for journey in current if journey.stages)
    carried = load(current, studio)
    actions = action.in_order(studio.action(part) for part in brief.workspace.actions)
    told = tuple(plans.communications(studio))
    steps = _steps(brief)
    customers = tuple(_customers(studio))
    elsewhere = findings(_elsewhere(brief), brief, here.links)
    content = {
        "journeys": ("Journeys", bool(journeys)),
        "programme": ("Programme", bool(steps)),
        "measures": ("Measures", bool(measured.rows)),
        "listening": ("Listening", bool(asked)),
        "teams": ("Teams", bool(carried.carriers)),
        "customers": ("Customers", bool(customers)),
        "actions": ("Actions", bool(actions)),
        "communications": ("Communications", bool(told)),
        "findings": ("Findings", bool(elsewhere.groups)),
        "accepted": ("Accepted", bool(brief.accepted)),
    }
    return Dashboard(
        prefix,
        (strategy.intent or "") if strategy else "",
        tuple(_standfirst(current, studio, actions)),
        (strategy.leader or "") if strategy else "",
        (strategy.sponsor or "") if strategy else "",
        studio.marks.declared(),
        tuple(_figures(current, studio, measured, actions)),
        journeys,
        steps,
        programme.summary(steps) if steps else "",
        measured,
        asked,
        _heard_heading(asked),
        carried,
        customers,
        actions,
        action.heading(actions),
        told,
        _told_heading(told),
        findings([*_elsewhere(brief), *_accepted_on_maps(brief)], brief, here.links),
        tuple(
            (name, words) for name, (words, has) in content.items() if has and name in here.sections
        ),
    )


def _measures(studio: Studio) -> Measures:
    """Every measure of the workspace, with the journeys it is used on."""
    brief = studio.brief
    found: dict[str, list[Journey]] = {}
    for journey in brief.journeys:
        if journey.state == "current":
            for metric in brief.facts.metrics(brief.facts.measures.on(journey)):
                found.setdefault(metric.id, []).append(journey)
    rows = []
    for metric in {m.id: m for m in brief.workspace.metrics}.values():
        used = tuple(to_journey(j, studio.links) for j in found.get(metric.id, ()))
        rows.append(measures.Row(studio.measure(metric), used))
    return measures.table(rows)


def _steps(brief: Brief) -> tuple[Step, ...]:
    if brief.workspace.strategy is None:
        return ()
    limit = brief.settings.lint.limits.redesign
    return programme.steps(brief.workspace, brief.facts, brief.calendar, brief.today, limit)


def _elsewhere(brief: Brief) -> list[Finding]:
    """What is found beside the current maps: on metrics, teams, the programme, files."""
    paths = {journey.path for journey in brief.journeys if journey.state == "current"}
    return [
        finding
        for finding in brief.findings
        if finding.item.partition("#")[0].partition("/")[0] not in paths
    ]


def _accepted_on_maps(brief: Brief) -> list[Finding]:
    beside = {id(finding) for finding in _elsewhere(brief)}
    return [finding for finding in brief.accepted if id(finding) not in beside]


def _standfirst(
    current: Sequence[Journey],
    studio: Studio,
    actions: Sequence[ActionView],
) -> Iterator[Piece]:
    brief = studio.brief
    listening = brief.facts.listening
    points = [(journey, t) for journey in current for t in journey.touchpoints()]
    if not points:
        yield Piece("Nothing is on a map yet.")
        return
    counted = coverage.count(listening, points)
    who, voice = counted["who"], counted["voice"]
    yield Piece(f"{who.answered} of {who.asked} touchpoints have an owner, and ")
    yield Piece(f"we ask the customer at {voice.answered}. ")
    unheard = [t for j, t in points if t.moment_of_truth and not listening.heard(j, t)]
    if unheard:
        few = [t.what for t in unheard[:2]]
        more = len(unheard) - len(few)
        names = ", ".join(few) + (f" and {more} more" if more else "")
        which = "a moment of truth" if len(unheard) == 1 else "moments of truth"
        yield Piece(f"Nobody asks at {names}, {which}. ", strong=True)
    late = sum(view.state == "late" for view in actions)
    if late:
        yield Piece(f"{sentence(many(late, 'action'))} {'is' if late == 1 else 'are'} late. ")


def _figures(
    current: Sequence[Journey],
    studio: Studio,
    measured: Measures,
    actions: Sequence[ActionView],
) -> Iterator[Figure]:
    brief = studio.brief
    counted = coverage.count(
        brief.facts.listening, [(j, t) for j in current for t in j.touchpoints()]
    )
    targets = sum(brief.facts.target(journey) is not None for journey in current)
    yield Figure("Journeys", str(len(current)), f"{targets} with a target")
    for question, words, beside in (
        ("who", "Touchpoints with an owner", "belong to nobody"),
        ("when", "With a timeline", "have no clock"),
        ("voice", "Where we ask", "without the customer’s voice"),
    ):
        fraction = counted[question]
        missing = fraction.asked - fraction.answered
        yield Figure(words, f"{fraction.answered} of {fraction.asked}", f"{missing} {beside}")
    shown = [row.measure for row in measured.rows]
    fresh = [m for m in shown if m.verdict.counts]
    if shown:
        on = sum(m.verdict.state == "ok" for m in fresh)
        rest = len(shown) - len(fresh)
        beside = f"{rest} more cannot be judged" if rest else "with fresh figures"
        yield Figure("Measures on target", f"{on} of {len(fresh)}", beside)
    ahead = [view for view in actions if view.state in {"late", "open"}]
    if actions:
        late = sum(view.state == "late" for view in ahead)
        yield Figure("Actions late", str(late), f"of {len(ahead)} open")


def _heard_heading(asked: Sequence[Heard]) -> str:
    silent = sum(one.silent for one in asked)
    total = sum(len(one.stages) for one in asked)
    if not silent:
        return "Where we ask, and where we only count"
    return f"In {spelled(silent)} of {total} stages nobody asks the customer"


def _told_heading(told: Sequence[PlanView]) -> str:
    late = sum(plan.late or plan.never for plan in told)
    if not late:
        return "Communications plan"
    return f"{sentence(spelled(late))} of {many(len(told), 'communication')} overdue"


def _customers(studio: Studio) -> Iterator[Who]:
    brief = studio.brief
    for identity in brief.workspace.customers.ids():
        customer = brief.workspace.customers.get(identity)
        if customer is None:
            continue
        followed = [
            j.label
            for j in brief.journeys
            if j.state == "current" and customer in brief.facts.customers(j)
        ]
        yield Who(
            customer.label,
            studio.links.to("customer", customer.id),
            customer.about or "",
            customer.goals[0] if customer.goals else "",
            many(len(followed), "journey") if followed else "",
            identity in brief.facts.followed,
        )


PAGE = Page("dashboard", "dashboard.html", SECTIONS, _stops, _build)
