"""A team on one page: what it owns, promises, is measured by, trains for and does next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.brief import Brief
from cxmap.report.names import file_name
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence, spelled
from cxmap.report.studio import Studio
from cxmap.report.view import action, measures, plans
from cxmap.report.view.action import ActionView
from cxmap.report.view.cut import Rest, cut, elsewhere
from cxmap.report.view.first import some
from cxmap.report.view.located import Located, Spot, located, spots
from cxmap.report.view.marks import TeamMark
from cxmap.report.view.measures import Measures
from cxmap.report.view.plans import PlanView
from cxmap.report.view.telling import Piece
from cxmap.report.view.whose import Whose, whose

SECTIONS = ("promises", "handoffs", "measures", "training", "actions", "hurts")
"""The parts of a team's page that can be included and excluded."""

MOST = 40
"""How many rows a table shows of a long list; the page of a team is there to be read."""

_FEW = 16  # lines of the lists beside the tables


@dataclass(frozen=True, slots=True)
class Handoff:
    """Where a customer passes from one team to the next."""

    before: Located
    after: Located


@dataclass(frozen=True, slots=True)
class TeamPage:
    """What the template of a team sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        team: the team.
        lead: who leads it.
        standfirst: what it owns, in pieces.
        customers: whom it meets.
        promises: the touchpoints it owns today.
        aimed: those it owns in a target only.
        handoffs: where customers pass to it and from it.
        helps: where it helps others.
        measures: what it is measured by.
        training: what it must know.
        told: what it is told.
        actions: what it is changing.
        actions_heading: what stands out about that.
        note: Markdown.
        rest: what long lists leave out, by the list.
        contents: the sections that are shown, name and words, in order.
    """

    prefix: str
    team: TeamMark
    lead: str
    standfirst: tuple[Piece, ...]
    customers: tuple[Whose, ...]
    promises: tuple[Located, ...]
    aimed: tuple[Located, ...]
    handoffs: tuple[Handoff, ...]
    helps: tuple[Located, ...]
    measures: Measures
    training: tuple[PlanView, ...]
    told: tuple[PlanView, ...]
    actions: tuple[ActionView, ...]
    actions_heading: str
    note: str
    rest: Mapping[str, Rest]
    contents: tuple[tuple[str, str], ...]

    def shows(self, section: str) -> bool:
        """Whether a section is shown."""
        return any(name == section for name, _ in self.contents)


def _stops(brief: Brief) -> Iterator[Stop]:
    for identity in brief.workspace.teams.ids():
        team = brief.workspace.teams.get(identity)
        if team is not None and brief.focus in {"", f"team:{identity}"}:
            yield Stop("team", identity, file_name("team", identity), team.label)


def _build(studio: Studio, here: Here) -> TeamPage:
    brief = studio.brief
    identity = here.stop.key
    team = brief.workspace.teams.get(identity)
    mark = studio.marks.team(identity)
    current = [j for j in brief.journeys if j.state == "current"]

    def owns(_: Journey, touchpoint: Touchpoint) -> bool:
        return brief.facts.team(touchpoint.who) == identity

    def helps(_: Journey, touchpoint: Touchpoint) -> bool:
        return any(brief.facts.team(r) == identity for r in touchpoint.with_)

    def is_new(journey: Journey, touchpoint: Touchpoint) -> bool:
        now = brief.facts.current(journey)
        old = brief.workspace.touchpoint_index(now).get(touchpoint.id) if now else None
        return owns(journey, touchpoint) and (old is None or not owns(journey, old))

    owned = spots(current, owns)
    targets = [j for j in brief.journeys if j.state == "target"]
    query = f"team={mark.id}"
    promises, more_promises = some(owned, MOST, studio, query)
    aimed, more_aimed = some(spots(targets, is_new), _FEW, studio, query)
    helped, more_helped = some(spots(current, helps), _FEW, studio, query)
    handed, more_handed = _handoffs(current, identity, studio)
    measured, more_measured = measures.of_team(identity, MOST, studio)
    trained = tuple(p for p in plans.training(studio) if mark in p.teams)
    told = tuple(p for p in plans.communications(studio) if mark in p.teams)
    changes = action.in_order(
        studio.action(a)
        for a in brief.workspace.actions
        if identity in {brief.facts.team(r) for r in (a.owner, *a.with_) if r}
    )
    changing, more_changing = cut(changes, MOST, here.links.to("all-actions"))
    met = {journey.path for journey, _, _ in owned}
    content = {
        "promises": ("What you promise", bool(promises or aimed)),
        "handoffs": ("Handoffs", bool(handed or helped)),
        "measures": ("Measures", bool(measured.rows)),
        "training": ("Knowing", bool(trained or told)),
        "actions": ("Actions", bool(changing)),
        "hurts": ("Where it hurts", any(one.card.pains for one in promises)),
    }
    return TeamPage(
        here.anchor(""),
        mark,
        (team.lead or "") if team else "",
        tuple(_standfirst(owned, studio)),
        tuple(_customers([j for j in current if j.path in met], studio)),
        promises,
        aimed,
        handed,
        helped,
        measured,
        trained,
        told,
        tuple(changing),
        action.heading(changes) if changes else "",
        (team.note or "") if team else "",
        {
            "promises": more_promises,
            "aimed": more_aimed,
            "handoffs": more_handed,
            "helps": more_helped,
            "measures": more_measured,
            "actions": more_changing,
        },
        tuple((n, w) for n, (w, has) in content.items() if has and n in here.sections),
    )


def _standfirst(owned: Sequence[Spot], studio: Studio) -> Iterator[Piece]:
    if not owned:
        yield Piece("Owns no touchpoint on these maps.")
        return
    journeys = len({journey.path for journey, _, _ in owned})
    moments = sum(touchpoint.moment_of_truth for _, _, touchpoint in owned)
    where = f"{sentence(many(len(owned), 'touchpoint'))} in {many(journeys, 'journey')}"
    if moments:
        noun = "a moment of truth" if moments == 1 else "moments of truth"
        where += f", {spelled(moments)} of them {noun}"
    yield Piece(f"{where}. ")
    unheard = sum(not studio.card(journey, touchpoint).heard for journey, _, touchpoint in owned)
    if unheard:
        none = unheard == len(owned)
        where = "At none of them do we" if none else f"At {spelled(unheard)} of them we never"
        yield Piece(f"{where} ask the customer.", strong=True)


def _handoffs(
    current: Sequence[Journey], identity: str, studio: Studio
) -> tuple[tuple[Handoff, ...], Rest]:
    """Where a customer passes to the team or from it; what they do alone lies between."""
    facts = studio.brief.facts
    found: list[tuple[Spot, Spot]] = []
    for journey in current:
        run = [
            ((journey, stage, touchpoint), facts.team(touchpoint.who))
            for stage in journey.stages
            for touchpoint in stage.touchpoints
            if not touchpoint.by_customer
        ]
        for (before, owner), (after, next_owner) in pairwise(run):
            if owner != next_owner and identity in {owner, next_owner}:
                found.append((before, after))
    shown, rest = cut(found, _FEW)
    left = [(journey.path, journey.label) for (journey, _, _), _ in found[len(shown) :]]
    handoffs = (Handoff(located(*a, studio), located(*b, studio)) for a, b in shown)
    return tuple(handoffs), elsewhere(left, rest.total, studio.links, f"team={identity}")


def _customers(journeys: Sequence[Journey], studio: Studio) -> Iterator[Whose]:
    yield from dict.fromkeys(one for j in journeys for one in whose(j, studio.brief, studio.links))


PAGE = Page("team", "team.html", SECTIONS, _stops, _build)
