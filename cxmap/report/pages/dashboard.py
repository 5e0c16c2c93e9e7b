"""The workspace at a glance: intent, journeys, measures, where we ask, who carries what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxmap import programme
from cxmap.finding import Finding
from cxmap.programme import Step
from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence, spelled
from cxmap.report.studio import Studio
from cxmap.report.view import action, measures, plans
from cxmap.report.view.action import ActionView
from cxmap.report.view.cut import Rest, cut
from cxmap.report.view.findings import Findings, findings
from cxmap.report.view.glance import Figure, figures, standfirst
from cxmap.report.view.journeys import JourneyRow, first_rows
from cxmap.report.view.load import Load, load
from cxmap.report.view.marks import TeamMark
from cxmap.report.view.measures import Measures
from cxmap.report.view.people import Who, people
from cxmap.report.view.plans import PlanView
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

MOST = 25
"""How many rows a table of the dashboard shows of a long list."""

_HEARD = 12  # journeys with a table of their own of where customers are asked


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
        rest: what long lists leave out, by the list.
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
    rest: Mapping[str, Rest]
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
    journeys, more_journeys = first_rows(studio, prefix)
    every_measure = measures.of_all(studio)
    measured, more_measures = measures.first(every_measure, MOST, studio)
    asked = [heard(journey, studio) for journey in current if journey.stages]
    most_silent = sorted(asked, key=lambda one: -one.silent)
    asking, more_asking = cut(most_silent, _HEARD, here.links.to("all-journeys"))
    carried = load(current, studio)
    actions = action.in_order(studio.action(part) for part in brief.workspace.actions)
    acting, more_actions = cut(actions, MOST, here.links.to("all-actions"))
    told = tuple(plans.communications(studio))
    steps = _steps(brief)
    customers = tuple(people(studio))
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
        tuple(standfirst(current, studio, actions)),
        (strategy.leader or "") if strategy else "",
        (strategy.sponsor or "") if strategy else "",
        studio.marks.declared(),
        tuple(figures(current, studio, every_measure, actions)),
        journeys,
        steps,
        programme.summary(steps) if steps else "",
        measured,
        tuple(asking if more_asking.left else asked),
        _heard_heading(asked),
        carried,
        customers,
        tuple(acting),
        action.heading(actions),
        told,
        _told_heading(told),
        findings([*_elsewhere(brief), *_accepted_on_maps(brief)], brief, here.links),
        {
            "journeys": more_journeys,
            "measures": more_measures,
            "heard": more_asking,
            "actions": more_actions,
        },
        tuple(
            (name, words) for name, (words, has) in content.items() if has and name in here.sections
        ),
    )


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


PAGE = Page("dashboard", "dashboard.html", SECTIONS, _stops, _build)
