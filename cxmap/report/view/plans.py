"""Plans that recur: what is communicated, trained and recognised, and when it is due again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cxmap.model.strategy import Plan
from cxmap.report.say import short_date
from cxmap.report.studio import Studio
from cxmap.report.view.marks import ChannelMark, TeamMark
from cxmap.report.view.reference import Reference, to_item, to_touchpoint
from cxmap.timing.deadline import deadline


@dataclass(frozen=True, slots=True)
class PlanView:
    """Something the programme does again and again.

    Attributes:
        what: the message, topic or reward.
        teams: the teams it is for.
        others: whom else it is for, in words.
        about: the customers, touchpoints and stages it is about.
        who: who does it, in words.
        team: who does it, where that is a team.
        channels: by which channels.
        rhythm: how often.
        last: when it last happened.
        next: when it is due again.
        late: that day is past.
        never: it has a rhythm and never happened.
    """

    what: str
    teams: tuple[TeamMark, ...]
    others: tuple[str, ...]
    about: tuple[Reference, ...]
    who: str
    team: TeamMark | None
    channels: tuple[ChannelMark, ...]
    rhythm: str
    last: str
    next: str
    late: bool
    never: bool


def communications(studio: Studio) -> Iterator[PlanView]:
    """Who is told what, in the order it was written."""
    strategy = studio.brief.workspace.strategy
    for plan in strategy.communications if strategy else ():
        channels = tuple(studio.marks.channel(reference) for reference in plan.how)
        yield _plan(plan, plan.message or "", plan.audience, plan.covers, channels, studio)


def training(studio: Studio) -> Iterator[PlanView]:
    """What teams must know."""
    strategy = studio.brief.workspace.strategy
    for plan in strategy.training if strategy else ():
        yield _plan(plan, plan.topic or "", plan.teams, plan.covers, (), studio)


def recognition(studio: Studio) -> Iterator[PlanView]:
    """What is rewarded."""
    strategy = studio.brief.workspace.strategy
    for plan in strategy.recognition if strategy else ():
        covers = (plan.moment,) if plan.moment else ()
        yield _plan(plan, plan.reward or "", plan.for_, covers, (), studio)


def _plan(
    plan: Plan,
    what: str,
    audience: tuple[str, ...],
    covers: tuple[str, ...],
    channels: tuple[ChannelMark, ...],
    studio: Studio,
) -> PlanView:
    workspace = studio.brief.workspace
    teams = [reference for reference in audience if workspace.teams.get(reference)]
    due = _due(plan, studio)
    who, team = _who(plan.who, studio)
    return PlanView(
        what,
        studio.marks.teams(teams),
        tuple(_words(r) for r in audience if r not in teams),
        tuple(_about(reference, studio) for reference in covers),
        who,
        team,
        channels,
        _rhythm(plan),
        short_date(plan.last) if plan.last else "",
        short_date(due) if due else "",
        due is not None and due < studio.brief.today,
        plan.last is None and plan.when is not None and plan.when.every is not None,
    )


def _words(reference: str) -> str:
    return reference[:1].upper() + reference[1:]


def _rhythm(plan: Plan) -> str:
    from cxmap.model.timeline import say

    return say(plan.when) if plan.when is not None else ""


def _due(plan: Plan, studio: Studio) -> date | None:
    if plan.last is None or plan.when is None or plan.when.every is None:
        return None
    return deadline(plan.last, plan.when.every, studio.brief.calendar)


def _who(reference: str | None, studio: Studio) -> tuple[str, TeamMark | None]:
    """A team, the leader or the sponsor by name, or words."""
    if reference is None:
        return "", None
    strategy = studio.brief.workspace.strategy
    if studio.brief.workspace.teams.get(reference):
        team = studio.marks.team(reference)
        return team.name, team
    if strategy is not None and reference in {"leader", "sponsor"}:
        return getattr(strategy, reference) or _words(reference), None
    return reference, None


def _about(reference: str, studio: Studio) -> Reference:
    brief, links = studio.brief, studio.links
    for journey, touchpoint in brief.facts.touchpoints_of(reference)[:1]:
        return to_touchpoint(journey, touchpoint, brief, links)
    customer = brief.workspace.customers.get(reference)
    if customer is not None:
        return to_item(f"customer:{customer.id}", customer.label, brief, links)
    return Reference("", reference, "")
