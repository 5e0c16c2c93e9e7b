"""An action: what changes, by whom, and how its clock stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cxmap.model.action import Action, due_date
from cxmap.report.brief import Brief
from cxmap.report.page import Links
from cxmap.report.say import many, sentence, short_date, spelled
from cxmap.report.view.marks import Marks, TeamMark
from cxmap.report.view.reference import Reference, each_once, to_journey, to_stage, to_touchpoint
from cxmap.timing.calendar import business_days_between, working_days_late


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action as it is shown.

    Attributes:
        id: its id.
        title: what changes.
        owner: the team that answers for it, or None.
        helpers: the teams that help.
        where: the touchpoints, stages and journeys it changes.
        status: `proposed`, `approved`, `in-progress`, `live`, `verified` or `dropped`.
        state: `late`, `open`, `done` or `dropped`.
        words: how it stands, such as "8 working days late".
        allowed: working days from its start to the day it is due; 0 where nobody says.
        used: working days gone by.
        clock: the same in words, such as "Day 28 of 20".
        due: the day it is due, or nothing.
        because: what it is done because of.
        verify: the measures that will show it.
        benefit: what it brings.
        why: why it was dropped.
        approved: who said yes, and when.
        note: Markdown.
        lateness: working days past due, to sort by.
        order: the day it is due or live, to sort by.
    """

    id: str
    title: str
    owner: TeamMark | None
    helpers: tuple[TeamMark, ...]
    where: tuple[Reference, ...]
    status: str
    state: str
    words: str
    allowed: int
    used: int
    clock: str
    due: str
    because: tuple[str, ...]
    verify: tuple[str, ...]
    benefit: str
    why: str
    approved: str
    note: str
    lateness: int
    order: str


def action(part: Action, brief: Brief, marks: Marks, links: Links) -> ActionView:
    """What is shown of an action."""
    due = due_date(part, brief.calendar, brief.settings.lint.limits.redesign)
    late = working_days_late(due, brief.today, brief.calendar) if due and part.open else 0
    allowed, used = _days(part, due, brief)
    return ActionView(
        part.id,
        part.label,
        marks.team(part.owner) if part.owner else None,
        marks.teams(part.with_),
        tuple(each_once(_where(part, brief, links))),
        part.status,
        _state(part, late),
        _words(part, due, late, brief),
        allowed,
        used,
        _clock(part, allowed, used, brief),
        short_date(due) if due else "",
        tuple(_because(part, brief)),
        tuple(metric.label for metric in brief.facts.metrics(part.verify)),
        part.benefit or "",
        part.why or "",
        _approved(part),
        part.note or "",
        late,
        (part.live or due or date.max).isoformat(),
    )


def in_order(actions: Iterable[ActionView]) -> tuple[ActionView, ...]:
    """Late ones first, the latest at the top; then by due date; then what is done, then dropped."""
    turn = ("late", "open", "done", "dropped")
    return tuple(
        sorted(actions, key=lambda a: (turn.index(a.state), -a.lateness, a.order, a.title))
    )


def heading(actions: Iterable[ActionView]) -> str:
    """What stands out about some actions, as a sentence."""
    states = [a.state for a in actions if a.state in {"late", "open"}]
    if not states:
        return "Actions"
    late = states.count("late")
    everything = many(len(states), "open action")
    if not late:
        return f"{sentence(everything)}, none late"
    verb = "is" if late == 1 else "are"
    return f"{sentence(spelled(late))} of {everything} {verb} late"


def _state(part: Action, late: int) -> str:
    if part.status == "dropped":
        return "dropped"
    if not part.open:
        return "done"
    return "late" if late else "open"


def _words(part: Action, due: date | None, late: int, brief: Brief) -> str:
    if part.status == "dropped":
        return "Dropped"
    if part.status == "verified":
        return "Verified"
    if part.status == "live":
        return "Live, not verified yet"
    if late:
        return f"{many_days(late)} late"
    status = part.status.replace("-", " ").capitalize()
    if due is None:
        return f"{status}, no due date"
    left = business_days_between(brief.today, due, brief.calendar)
    return f"{status}, due today" if left == 0 else f"{status}, {many_days(left)} left"


def many_days(days: int) -> str:
    """Working days in words, digits throughout: "1 day", "8 days"."""
    return f"{days} {'day' if days == 1 else 'days'}"


def _days(part: Action, due: date | None, brief: Brief) -> tuple[int, int]:
    if part.raised is None or due is None:
        return 0, 0
    allowed = max(0, business_days_between(part.raised, due, brief.calendar))
    until = brief.today if part.open else part.live
    if until is None:
        return allowed, 0
    return allowed, max(0, business_days_between(part.raised, until, brief.calendar))


def _clock(part: Action, allowed: int, used: int, brief: Brief) -> str:
    if part.status == "dropped" or not allowed:
        return ""
    if not part.open:
        return f"Live after {many_days(used)} of {allowed}" if part.live else ""
    if part.raised is not None and part.raised > brief.today:
        return f"Starts {short_date(part.raised)}"
    return f"Day {used} of {allowed}"


def _approved(part: Action) -> str:
    if part.approved_by is None:
        return ""
    return part.approved_by + (f", {short_date(part.approved)}" if part.approved else "")


def _because(part: Action, brief: Brief) -> Iterator[str]:
    for reference in part.because:
        metric = brief.workspace.metrics.get(reference)
        post = brief.workspace.listening.get(reference)
        if metric is not None:
            yield metric.label
        elif post is not None:
            yield post.name or post.title or post.id
        else:
            yield brief.pains.get(reference, reference)


def _where(part: Action, brief: Brief, links: Links) -> Iterator[Reference]:
    """What an action changes; what stands in both maps of a journey once, in the current one."""
    for reference in part.touchpoints:
        for journey, touchpoint in brief.facts.touchpoints_of(reference)[:1]:
            yield to_touchpoint(journey, touchpoint, brief, links)
    for reference in part.stages:
        for journey, stage in brief.facts.stages_of(reference)[:1]:
            yield to_stage(journey, stage, links)
    for reference in part.journeys:
        for journey in brief.workspace.maps_of(reference)[:1]:
            yield to_journey(journey, links)
