"""The programme in eight steps: what is done, what is missing and what comes next.

The steps are those of a customer experience strategy: intent, touchpoint maps, redesign, dialogue,
workforce knowledge, recognition, communications and the dashboard.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from cxmap.facts import Facts
from cxmap.model import coverage
from cxmap.model.action import Action, due_date
from cxmap.model.figures import Standing, standing
from cxmap.model.metric import Metric
from cxmap.model.strategy import Strategy
from cxmap.model.workspace import Workspace
from cxmap.timing.calendar import Calendar
from cxmap.timing.duration import Duration
from cxmap.words import count, listed


class State(Enum):
    """How far a step is."""

    DONE = "done"
    BEGUN = "begun"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps.

    Attributes:
        name: what the step is called.
        state: how far it is.
        done: what is there, in words; empty where nothing is.
        gap: what is missing, in words; empty where nothing is.
        next: what to do first; empty where nothing is missing.
    """

    name: str
    state: State
    done: str = ""
    gap: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    workspace: Workspace
    facts: Facts
    strategy: Strategy
    calendar: Calendar
    redesign: Duration | None
    today: date


def steps(
    workspace: Workspace,
    facts: Facts,
    calendar: Calendar,
    today: date,
    redesign: Duration | None = None,
) -> tuple[Step, ...]:
    """The eight steps, in their order.

    Args:
        workspace: the maps and the strategy.
        facts: what follows from them.
        calendar: which days are worked.
        today: the date to go by.
        redesign: how long an action may take; None for 20 working days.
    """
    strategy = workspace.strategy or Strategy.model_validate({})
    look = _Look(workspace, facts, strategy, calendar, redesign, today)
    return tuple(_step(name, take(look)) for name, take in _STEPS.items())


_Taken = tuple[list[str], list[tuple[str, str]]]
"""What is done, and what is missing each with what to do about it."""


def _step(name: str, taken: _Taken) -> Step:
    done, gaps = taken
    state = State.DONE if done and not gaps else State.BEGUN if done else State.MISSING
    gap = "; ".join(gap for gap, _ in gaps)
    return Step(name, state, "; ".join(done), gap, gaps[0][1] if gaps else "")


def _intent(look: _Look) -> _Taken:
    strategy = look.strategy
    if not strategy.intent:
        return [], [("no intent statement", "write `intent: …` under `strategy`")]
    criteria = strategy.criteria
    loose = [c for c in criteria if not c.measures]
    done = ["the intent is written"]
    if not criteria:
        return done, [("nothing says how it is managed", "add `criteria` with `measures`")]
    done.append(f"{count(len(criteria), 'criterion', 'criteria')}")
    if loose:
        gap = f"no metric shows “{loose[0].text}”"
        return done, [(gap, "add `measures` to the criterion")]
    return done, []


def _maps(look: _Look) -> _Taken:
    journeys = [j for j in look.workspace.journeys if j.state == "current"]
    if not journeys:
        return [], [("no journey is mapped as it is today", "`cxmap init` makes a first map")]
    touchpoints = [(j, t) for j in journeys for t in j.touchpoints()]
    fractions = coverage.count(look.facts.listening, touchpoints)
    done = [f"{count(len(journeys), 'journey')}, {count(len(touchpoints), 'touchpoint')}"]
    words = {"who": "owner", "how": "channel", "when": "timeline"}
    gaps = []
    for question, word in words.items():
        missing = fractions[question].asked - fractions[question].answered
        if missing:
            gap = f"{count(missing, 'touchpoint')} without {word}"
            gaps.append((gap, f"`cxmap lint --select touchpoint-without-{word}`"))
    return done, gaps


def _redesign(look: _Look) -> _Taken:
    journeys = look.workspace.journeys
    targets = [j for j in journeys if j.state == "target"]
    actions = [a for a in look.workspace.actions if a.status != "dropped"]
    if not targets and not actions:
        hint = "write a target map: the same journey with `state: target`"
        return [], [("nothing is to change", hint)]
    verified = sum(a.status == "verified" for a in actions)
    done = [f"{count(len(targets), 'target map')}, {count(len(actions), 'action')}"]
    if verified:
        done.append(f"{verified} verified by a number that moved")
    late = [a for a in actions if _is_late(a, look)]
    gaps = []
    if late:
        names = listed([f"“{a.label}”" for a in late], 2)
        gaps.append(
            (f"{count(len(late), 'action')} late: {names}", "`cxmap lint --select action-overdue`")
        )
    ownerless = [a for a in actions if not a.owner]
    if ownerless:
        gaps.append((f"nobody owns “{ownerless[0].label}”", "give the action an `owner`"))
    return done, gaps


def _is_late(action: Action, look: _Look) -> bool:
    due = due_date(action, look.calendar, look.redesign)
    return action.open and due is not None and due < look.today


def _dialogue(look: _Look) -> _Taken:
    posts = look.workspace.listening
    journeys = [j for j in look.workspace.journeys if j.state == "current"]
    touchpoints = [(j, t) for j in journeys for t in j.touchpoints()]
    voice = coverage.count(look.facts.listening, touchpoints)["voice"]
    if not voice.answered and not len(posts):
        return [], [
            ("nobody asks the customer", "add a listening post, or `measures` to a touchpoint")
        ]
    done = [f"customers are asked at {voice.answered} of {count(voice.asked, 'touchpoint')}"]
    gaps = []
    silent = [p for p in posts if p.respond is None or not p.respond.who or not p.respond.within]
    if silent:
        gap = f"{count(len(silent), 'listening post')} that nobody answers in time"
        gaps.append((gap, "`cxmap lint --select listening-without-response`"))
    deaf = [t for j, t in touchpoints if t.moment_of_truth and not look.facts.listening.heard(j, t)]
    if deaf:
        gap = f"nobody listens at {count(len(deaf), 'moment')} of truth"
        gaps.append((gap, f"ask at “{deaf[0].what}” first"))
    return done, gaps


def _knowledge(look: _Look) -> _Taken:
    trainings = look.strategy.training
    serving = _teams_that_own(look)
    trained = {look.facts.team(t) for training in trainings for t in training.teams}
    if not trainings:
        hint = "add `training` under `strategy`: topic, teams, covers, when"
        return [], [("no team is trained for its touchpoints", hint)]
    missing = [t for t in serving if t not in trained]
    done = [f"{count(len(trainings), 'training')} for {count(len(trained), 'team')}"]
    if missing:
        names = listed([look.facts.team_name(t) for t in missing], 4)
        return done, [(f"no training for {names}", "add their `training`")]
    return done, []


def _teams_that_own(look: _Look) -> list[str]:
    owners = (look.facts.team(t.who) for _, _, t in look.workspace.touchpoints())
    return [team for team in dict.fromkeys(owners) if team]


def _recognition(look: _Look) -> _Taken:
    rewards = look.strategy.recognition
    if not rewards:
        return [], [("nothing is rewarded", "add `recognition` under `strategy`")]
    done = [count(len(rewards), "recognition")]
    voices = {metric.id for metric in look.facts.measures.voices}
    measured = [r for r in rewards if {m.id for m in look.facts.metrics(r.because)} & voices]
    if not measured:
        return done, [("no reward follows what customers say", "name their metric in `because`")]
    return done, []


def _communications(look: _Look) -> _Taken:
    plans = look.strategy.communications
    if not plans:
        return [], [("nobody is told anything", "add `communications` under `strategy`")]
    done = [count(len(plans), "communication")]
    if not any("customer" in audience for plan in plans for audience in plan.audience):
        return done, [("customers never hear what changed", "add one with `audience: customers`")]
    return done, []


def _dashboard(look: _Look) -> _Taken:
    metrics = tuple(look.workspace.metrics)
    if not metrics:
        return [], [("nothing is measured", "declare `metrics`")]
    aimed = [m for m in metrics if m.target is not None]
    read = [m for m in aimed if look.facts.readings.newest(m) is not None]
    reached = [m for m in read if _stands(look, m) is Standing.REACHED]
    done = [f"{len(reached)} of {count(len(aimed), 'measure')} with a target on it"]
    gaps = []
    if len(aimed) < len(metrics):
        gap = f"{count(len(metrics) - len(aimed), 'measure')} without target"
        gaps.append((gap, "`cxmap lint --select metric-without-target`"))
    if len(read) < len(aimed):
        gap = f"{count(len(aimed) - len(read), 'measure')} never read"
        gaps.append((gap, "`cxmap lint --select metric-unread`"))
    if not look.strategy.reviews:
        gaps.append(("nobody discusses it", "add `reviews` under `strategy`: who, when"))
    return done, gaps


def _stands(look: _Look, metric: Metric) -> Standing:
    newest = look.facts.readings.newest(metric)
    return standing(metric, newest, look.calendar) if newest else Standing.UNKNOWN


_STEPS: dict[str, Callable[[_Look], _Taken]] = {
    "Intent": _intent,
    "Touchpoint maps": _maps,
    "Redesign": _redesign,
    "Dialogue": _dialogue,
    "Workforce knowledge": _knowledge,
    "Recognition": _recognition,
    "Communications": _communications,
    "Dashboard": _dashboard,
}


def summary(taken: Iterable[Step]) -> str:
    """How many steps are done, in one line."""
    states = [step.state for step in taken]
    done, begun = states.count(State.DONE), states.count(State.BEGUN)
    return f"{done} of {len(states)} steps done, {begun} begun"
