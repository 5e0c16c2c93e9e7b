"""A history for other programs."""

from typing import Any

from cxmap.diff.history import Event
from cxmap.output.as_json import dumps
from cxmap.output.results import Format, Look
from cxmap.output.told import Told


def _write(told: Told, _look: Look) -> str:
    document = {
        "version": 1,
        "item": told.item,
        "name": told.name,
        "whole": told.whole,
        "events": [_event(event) for event in told.events],
    }
    return dumps(document) + "\n"


def _event(event: Event) -> dict[str, Any]:
    commit = event.commit
    return {
        "commit": commit.id if commit else None,
        "date": commit.when if commit else None,
        "author": commit.author if commit else None,
        "subject": commit.subject if commit else None,
        "item": event.item,
        "name": event.name,
        "changes": [
            {"kind": change.kind, "level": change.level.word, "message": change.message}
            for change in event.changes
        ],
    }


FORMAT = Format("json", _write)
