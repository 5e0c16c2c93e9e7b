"""The JSON Schema of what `cxmap diff --format json` writes, for those who build on it."""

from cxmap.diff.level import LEVELS
from cxmap.schema.shapes import DRAFT, Schema, record

_COUNT: Schema = {"type": "integer", "minimum": 0}
_TEXT: Schema = {"type": "string"}
_ITEMS: Schema = {"type": "array", "items": {"type": "string", "description": "an item's path"}}


def changes_schema() -> Schema:
    """The schema, in draft 2020-12; `version` changes when a reader would have to."""
    return {
        "$schema": DRAFT,
        "title": "What cxmap found to change",
        **record(
            {
                "version": {"const": 1},
                "today": {"type": "string", "format": "date"},
                "from": {"type": "string", "description": "what the one version is called"},
                "to": {"type": "string", "description": "what the other version is called"},
                "summary": record(
                    {
                        **dict.fromkeys(LEVELS, _COUNT),
                        "accepted": _COUNT,
                        "unplanned": {
                            **_COUNT,
                            "description": "items whose changes take work that no action names",
                        },
                    }
                ),
                "maps": {"type": "array", "items": map_shape()},
                "changes": {"type": "array", "items": change_shape()},
            }
        ),
    }


def map_shape(**more: Schema) -> Schema:
    """What a map comes to in both versions, with what else is said of it."""
    touchpoints = ("added", "removed", "merged", "moved", "changed", "same")
    team = {
        "team": {"type": ["string", "null"], "description": "null for nobody"},
        "name": _TEXT,
        "before": {**_COUNT, "description": "how many touchpoints it owned"},
        "after": {**_COUNT, "description": "how many touchpoints it owns"},
        **dict.fromkeys(("adds", "takes_over", "hands_over", "drops", "changes"), _ITEMS),
    }
    picture: Schema = {"anyOf": [{"type": "null"}, _picture()]}
    return record(
        {
            "item": {"type": "string", "description": "such as `onboarding@target`"},
            "title": _TEXT,
            "touchpoints": record(dict.fromkeys(touchpoints, _COUNT)),
            "before": picture,
            "after": picture,
            "teams": {"type": "array", "items": record(team)},
            **more,
        }
    )


def _picture() -> Schema:
    counted = (
        *("touchpoints", "unowned", "untimed", "unmeasured", "unheard"),
        *("moments", "moments_heard", "handoffs", "drops"),
    )
    emotion: Schema = {"type": ["number", "null"], "minimum": -2, "maximum": 2}
    return record({**dict.fromkeys(counted, _COUNT), "emotion": emotion})


def change_shape() -> Schema:
    """One change."""
    place: Schema = {
        "anyOf": [
            {"type": "null"},
            record(
                {
                    "path": {"type": "string", "description": "POSIX path in the workspace"},
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                }
            ),
        ]
    }
    return record(
        {
            "kind": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
            "level": {"enum": list(LEVELS)},
            "item": {"type": "string", "description": "the item as it is, else as it was"},
            "was": {"type": ["string", "null"], "description": "the item as it was"},
            "field": {"type": "string", "description": "the key that differs; may be empty"},
            "before": {"description": "what it was answered with; null for nothing"},
            "after": {"description": "what it is answered with; null for nothing"},
            "message": _TEXT,
            "hint": {"type": "string", "description": "what to write; may be empty"},
            "from": place,
            "to": place,
            "takes_work": {"type": "boolean", "description": "somebody has to make it come true"},
            "actions": {"type": "array", "items": _TEXT},
            "accepted": {"anyOf": [{"type": "null"}, record({"who": _TEXT, "why": _TEXT})]},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{12}(~[0-9]+)?$"},
        }
    )
