"""All changes as one JSON document; `cxmap.schema.changes` describes the same."""

from dataclasses import asdict
from typing import Any

from cxmap.diff.balance import Picture
from cxmap.diff.change import Change
from cxmap.diff.comparison import Comparison
from cxmap.diff.display import raw
from cxmap.diff.level import Level
from cxmap.model.journey import Journey
from cxmap.output.as_json import dumps
from cxmap.output.changed import Changed, tally
from cxmap.output.results import Format, Look
from cxmap.source.span import Span


def _write(changed: Changed, _look: Look) -> str:
    comparison = changed.comparison
    counts = comparison.counts()
    document = {
        "version": 1,
        "today": changed.today.isoformat(),
        "from": comparison.before,
        "to": comparison.after,
        "summary": {
            **{level.word: counts[level] for level in Level},
            "accepted": sum(change.accepted is not None for change in comparison.changes),
            "unplanned": sum(group.uncovered for group in comparison.groups),
        },
        "maps": [map_record(journey, comparison) for journey in comparison.journeys],
        "changes": [change_record(change) for change in changed.shown.changes],
    }
    return dumps(document) + "\n"


def map_record(journey: Journey, comparison: Comparison) -> dict[str, Any]:
    """What a map comes to in both versions, and what is asked of each team."""
    balance = comparison.balance(journey)
    return {
        "item": journey.path,
        "title": journey.label,
        "touchpoints": asdict(tally(comparison, journey)),
        "before": _picture(balance.before),
        "after": _picture(balance.after),
        "teams": [
            {
                "team": ask.team,
                "name": ask.name,
                "before": ask.before,
                "after": ask.after,
                "adds": [spot.item for spot in ask.adds],
                "takes_over": [spot.item for spot, _ in ask.takes_over],
                "hands_over": [spot.item for spot, _ in ask.hands_over],
                "drops": [spot.item for spot in ask.drops],
                "changes": [spot.item for spot in ask.changes],
            }
            for ask in comparison.asks(journey)
        ],
    }


def _picture(picture: Picture | None) -> dict[str, Any] | None:
    if picture is None:
        return None
    counted = asdict(picture)
    if picture.emotion is not None:
        counted["emotion"] = round(picture.emotion, 2)
    return counted


def change_record(change: Change) -> dict[str, Any]:
    """One change."""
    difference = change.difference
    return {
        "kind": change.kind,
        "level": change.level.word,
        "item": change.item,
        "was": difference.before.item if difference.before else None,
        "field": difference.field,
        "before": raw(difference, difference.before) if difference.field else None,
        "after": raw(difference, difference.after) if difference.field else None,
        "message": change.message,
        "hint": change.hint,
        "from": _place(change.before),
        "to": _place(change.after),
        "takes_work": change.takes_work,
        "actions": [action.id for action in change.actions],
        "accepted": asdict(change.accepted) if change.accepted else None,
        "fingerprint": change.fingerprint,
    }


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"path": span.path, "line": max(span.line, 1), "column": max(span.column, 1)}


FORMAT = Format("json", _write)
