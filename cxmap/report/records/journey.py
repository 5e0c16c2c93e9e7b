"""A journey map, its stages and its touchpoints as records."""

from collections.abc import Sequence
from typing import Any

from cxmap.experience import drops, handoffs
from cxmap.measure.remembered import remembered
from cxmap.model import coverage
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Blueprint, Touchpoint
from cxmap.output.walked import record
from cxmap.report.brief import Brief
from cxmap.report.studio import Studio
from cxmap.report.view.emotion import feelings
from cxmap.report.view.first import fix_first
from cxmap.report.view.ribbon import owners


def journey(part: Journey, studio: Studio) -> dict[str, Any]:
    """A map with all that stands on it."""
    brief = studio.brief
    counted = coverage.count(brief.facts.listening, [(part, t) for t in part.touchpoints()])
    run = owners(part.stages, studio.marks)
    return {
        "item": part.path,
        "id": part.id,
        "state": part.state,
        "title": part.label,
        "status": part.status,
        "path": part.at("journey").path,
        "as_of": part.as_of.isoformat() if part.as_of else None,
        "based_on": part.based_on or "",
        "customers": [_customer(reference, brief) for reference in part.customer_refs()],
        "scenario": part.scenario or "",
        "scenario_of": part.scenario_of or "",
        "owner": brief.facts.team(part.owner) or "",
        "agreed_by": _teams(part.agreed_by, brief),
        "trigger": part.trigger or "",
        "outcome": part.outcome or "",
        "note": part.note or "",
        "links": list(part.links),
        "tags": list(part.tags),
        "coverage": {
            question: {"answered": had.answered, "asked": had.asked}
            for question, had in counted.items()
        },
        "handoffs": handoffs(run),
        "left_to_nobody": drops(run),
        "measures": _metrics(part.measures, brief),
        "stages": [
            _stage(part, stage, number, studio) for number, stage in enumerate(part.stages, 1)
        ],
        "actual": _actual(part, brief),
        "fix_first": _first(part, studio),
        "actions": _actions(part, brief),
        "retired": [{"touchpoint": gone.touchpoint, "why": gone.why} for gone in part.retired],
    }


def _actual(part: Journey, brief: Brief) -> list[dict[str, Any]]:
    return [
        record(remembered(kept, part, brief.least)) | {"as_of": kept.as_of.isoformat()}
        for kept in brief.facts.actual.of(part)
    ]


def _stage(part: Journey, stage: Stage, number: int, studio: Studio) -> dict[str, Any]:
    brief = studio.brief
    heard = any(studio.card(part, touchpoint).heard for touchpoint in stage.touchpoints)
    return {
        "item": part.stage_path(stage),
        "id": stage.id,
        "number": number,
        "name": stage.name,
        "phase": stage.phase or "",
        "goal": stage.goal or "",
        "duration": stage.duration or "",
        "if": stage.if_ or "",
        "owner": brief.facts.team(stage.owner) or "",
        "customer_is_asked": heard or brief.facts.asked(part, stage),
        "measures": _metrics(stage.measures, brief),
        **_blueprint(stage),
        "note": stage.note or "",
        "links": list(stage.links),
        "tags": list(stage.tags),
        "touchpoints": [_touchpoint(part, t, studio) for t in stage.touchpoints],
    }


def _touchpoint(part: Journey, touchpoint: Touchpoint, studio: Studio) -> dict[str, Any]:
    brief = studio.brief
    card = studio.card(part, touchpoint)
    based_on = brief.facts.places.based_on(touchpoint)
    return {
        "item": part.touchpoint_path(touchpoint),
        "id": touchpoint.id,
        "number": card.number,
        "what": touchpoint.what,
        "who": "customer" if touchpoint.by_customer else brief.facts.team(touchpoint.who) or "",
        "with": _teams(touchpoint.with_, brief),
        "contact": card.contact,
        "handoff": card.handoff,
        "how": [channel.id for channel in card.channels],
        "when": card.when,
        "takes": card.takes,
        "longer_than_promised": card.late,
        "customers": [_customer(reference, brief) for reference in touchpoint.customers],
        "if": card.condition,
        "moment_of_truth": card.moment,
        "importance": touchpoint.importance,
        "expectation": card.expectation,
        "met": card.met,
        "standard": card.standard,
        "emotion": touchpoint.feeling(),
        "emotion_by_customer": feelings(touchpoint, brief.workspace),
        "based_on": based_on[0] if based_on else "",
        "pains": [{"text": pain.text, "source": pain.source} for pain in card.pains],
        "works_well": list(card.works_well),
        "opportunities": list(card.opportunities),
        **_blueprint(touchpoint),
        "measures": [*card.measures, *card.measured_by],
        "customer_is_asked": card.heard,
        "missing": [hole.kind for hole in card.gaps],
        "journey": touchpoint.journey or "",
        "replaces": list(touchpoint.replaces),
        "note": card.note,
        "links": list(card.links),
        "tags": list(card.tags),
    }


def _blueprint(part: Blueprint) -> dict[str, list[str]]:
    lanes = ("evidence", "frontstage", "backstage", "support")
    return {lane: list(getattr(part, lane)) for lane in lanes}


def _first(part: Journey, studio: Studio) -> list[dict[str, Any]]:
    items = {
        number: f"{part.path}/{identity}" for identity, number in studio.brief.numbers(part).items()
    }
    return [
        {"item": items[one.where.number], "reasons": list(one.reasons)}
        for one in fix_first(part, studio)
    ]


def _customer(reference: str, brief: Brief) -> str:
    found = brief.workspace.customers.get(reference)
    return found.id if found else reference


def _teams(references: Sequence[str], brief: Brief) -> list[str]:
    return [team for reference in references if (team := brief.facts.team(reference))]


def _metrics(references: Sequence[str], brief: Brief) -> list[str]:
    """The ids of metrics, or what is written where nothing declares one."""
    found = ((r, brief.workspace.metrics.get(r)) for r in references)
    return list(dict.fromkeys(metric.id if metric else r for r, metric in found))


def _actions(part: Journey, brief: Brief) -> list[str]:
    """The ids of the actions on a map or any part of it."""
    found = [a.id for a in brief.facts.actions.on(part)]
    for stage in part.stages:
        found += [a.id for a in brief.facts.actions.on(part, stage)]
        for touchpoint in stage.touchpoints:
            found += [a.id for a in brief.facts.actions.on(part, stage, touchpoint)]
    return list(dict.fromkeys(found))
