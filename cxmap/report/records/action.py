"""An action as a record."""

from typing import Any

from cxmap.model.action import Action, due_date
from cxmap.report.studio import Studio


def action(part: Action, studio: Studio) -> dict[str, Any]:
    """What changes, by whom, and how its clock stands."""
    brief = studio.brief
    shown = studio.action(part)
    due = due_date(part, brief.calendar, brief.settings.lint.limits.redesign)
    return {
        "id": part.id,
        "title": part.label,
        "owner": brief.facts.team(part.owner) or "",
        "with": [mark.id for mark in shown.helpers],
        "items": _items(part, studio),
        "status": part.status,
        "state": shown.state,
        "words": shown.words,
        "raised": part.raised.isoformat() if part.raised else None,
        "due": due.isoformat() if due else None,
        "live": part.live.isoformat() if part.live else None,
        "days_allowed": shown.allowed,
        "days_used": shown.used,
        "days_late": shown.lateness,
        "because": list(shown.because),
        "verify": [metric.id for metric in brief.facts.metrics(part.verify)],
        "benefit": part.benefit or "",
        "effort": part.effort or "",
        "why": part.why or "",
        "approved_by": part.approved_by or "",
        "approved": part.approved.isoformat() if part.approved else None,
        "note": part.note or "",
        "links": list(part.links),
        "tags": list(part.tags),
    }


def _items(part: Action, studio: Studio) -> list[str]:
    """The item paths of what it changes; what stands in both maps of a journey once."""
    facts, workspace = studio.brief.facts, studio.brief.workspace
    found = [
        *(j.touchpoint_path(t) for r in part.touchpoints for j, t in facts.touchpoints_of(r)[:1]),
        *(j.stage_path(s) for r in part.stages for j, s in facts.stages_of(r)[:1]),
        *(journey.path for r in part.journeys for journey in workspace.maps_of(r)[:1]),
    ]
    return list(dict.fromkeys(found))
