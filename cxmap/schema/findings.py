"""The JSON Schema of what `--format json` writes, for those who build on it."""

from cxmap.finding import Severity
from cxmap.schema.shapes import DRAFT, Schema, record

_PLACE: dict[str, Schema] = {
    "path": {"type": "string", "description": "POSIX path relative to the workspace"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1, "description": "counts code points"},
    "end_line": {"type": "integer", "minimum": 1},
    "end_column": {
        "type": "integer",
        "minimum": 1,
        "description": "the column after the last character",
    },
}


def findings_schema() -> Schema:
    """The schema, in draft 2020-12; `version` changes when a reader would have to."""
    number: Schema = {"type": "integer", "minimum": 0}
    return {
        "$schema": DRAFT,
        "title": "What cxmap found",
        **record(
            {
                "version": {"const": 1},
                "today": {
                    "type": "string",
                    "format": "date",
                    "description": "the date that rules about dates used",
                },
                "read": record({"files": number, "journeys": number, "touchpoints": number}),
                "coverage": _coverage(),
                "shortfalls": {
                    "type": "array",
                    "description": "in words, where coverage is less than it has to be",
                    "items": {"type": "string"},
                },
                "findings": {"type": "array", "items": finding()},
            }
        ),
    }


def _coverage() -> Schema:
    number: Schema = {"type": "integer", "minimum": 0}
    counts: Schema = {
        "type": "object",
        "description": "by question, how many of the touchpoints asked have an answer",
        "additionalProperties": record({"answered": number, "asked": number}),
    }
    part: Schema = {"type": "object", "additionalProperties": counts}
    return record(
        {
            "all": counts,
            "journeys": {**part, "description": "by map, such as `onboarding@current`"},
            "stages": {**part, "description": "by stage, such as `onboarding@current#sign`"},
            "teams": {**part, "description": "by owner; the empty one is nobody"},
        }
    )


def finding() -> Schema:
    """The schema of one finding."""
    text: Schema = {"type": "string"}
    return record(
        {
            "rule": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "severity": {"enum": [severity.word for severity in Severity]},
            "message": text,
            "why": {"type": "string", "description": "why a customer cares; may be empty"},
            "hint": {"type": "string", "description": "what to write or do; may be empty"},
            **_PLACE,
            "item": {
                "type": "string",
                "description": "such as `onboarding@current/welcome-letter`; empty for a file",
            },
            "field": {"type": "string", "description": "the key it is about; may be empty"},
            "fingerprint": {
                "type": "string",
                "pattern": "^[0-9a-f]{12}(~[0-9]+)?$",
                "description": "stays the same when lines move and words change",
            },
            "clock": {"type": "boolean", "description": "it depends on today's date"},
            "suppressed": {
                "type": ["string", "null"],
                "description": "the reason given for accepting it",
            },
            "fix": {"anyOf": [{"type": "null"}, _fix()]},
            "related": {"type": "array", "items": record({**_PLACE, "message": text})},
        }
    )


def _fix() -> Schema:
    edit = record(
        {
            **_PLACE,
            "text": {"type": "string", "description": "replaces the place; an empty place inserts"},
        }
    )
    return record(
        {
            "title": {"type": "string"},
            "safe": {"type": "boolean", "description": "it keeps the meaning"},
            "edits": {"type": "array", "items": edit},
        }
    )
