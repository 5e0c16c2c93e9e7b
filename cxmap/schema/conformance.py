"""The JSON Schema of what `cxmap conform --format json` writes, for those who build on it."""

from cxmap.schema.shapes import DRAFT, Schema, record

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_HIDDEN: Schema = {"type": ["integer", "null"], "minimum": 0}
_NUMBER: Schema = {"type": ["number", "null"]}
_SHARE: Schema = record({"part": _HIDDEN, "whole": _HIDDEN})


def conformance_schema() -> Schema:
    """The schema, in draft 2020-12; `version` changes when a reader would have to."""
    return {
        "$schema": DRAFT,
        "title": "Planned journeys held against actual ones",
        "description": "A number that would tell of a few customers is null.",
        **record(
            {
                "version": {"const": 1},
                "today": {"type": "string", "format": "date"},
                "min_n": _said("under how many customers nothing is told", _COUNT),
                "journeys": _list(WALKED),
                "sources": _list(_SOURCE),
                "problems": _said("sources that could not be read", _TEXTS),
            }
        ),
    }


def _said(words: str, shape: Schema = _TEXT) -> Schema:
    return {**shape, "description": words}


def _list(properties: dict[str, Schema]) -> Schema:
    return {"type": "array", "items": record(properties)}


_ITEM = _said("such as `onboarding@current/welcome-letter`")
_MONTH = _said("a month, such as 2026-09", _TEXT_OR_NULL)
WALKED: dict[str, Schema] = {
    "journey": _said("such as `onboarding@current`"),
    "data": _said("the source of events"),
    "customers": _said("who met any of its touchpoints", _HIDDEN),
    "from": _MONTH,
    "to": _MONTH,
    "touchpoints": _said(
        "who met which, of all customers",
        _list({"item": _ITEM, "part": _HIDDEN, "whole": _HIDDEN}),
    ),
    "stages": _list(
        {
            "item": _said("such as `onboarding@current#sign`"),
            "reached": _said("who met it or a later one, of all customers", _SHARE),
            "left": _said(
                "who met nothing after it and is gone, of those who reached it; null for the last",
                {"anyOf": [_SHARE, {"type": "null"}]},
            ),
            "under_way": _said(
                "who met nothing after it yet", {"anyOf": [_SHARE, {"type": "null"}]}
            ),
        }
    ),
    "steps": _list(
        {
            "from": _ITEM,
            "to": _ITEM,
            "customers": _said("who met them in this order", _HIDDEN),
            "median": _said("in seconds", _NUMBER),
            "p90": _said("in seconds", _NUMBER),
            "turned": _said("who met them the other way round, of those who met both", _SHARE),
        }
    ),
    "promises": _list(
        {
            "item": _ITEM,
            "since": _said("the event or touchpoint from which its time counts"),
            "within": _said("such as `2 business days`"),
            "at_least": _said("it has to take that long at least", {"type": "boolean"}),
            "kept": _said("by whom it was, of those of whom it can be said", _SHARE),
            "low": _said("the lower end of the 95% interval of that share, in percent", _NUMBER),
            "high": _said("the upper end", _NUMBER),
            "median": _said("how long it really took, such as `1 business day`", _TEXT_OR_NULL),
            "p90": _said(
                "what nine tenths took at most, or at least where that is promised", _TEXT_OR_NULL
            ),
        }
    ),
    "moments": _list(
        {
            "item": _ITEM,
            "reached": _said("who reached the moment", _HIDDEN),
            "got": _said("who got the touchpoint then", _SHARE),
            "in_time": _said("who got it in time, of those of whom it can be said", _SHARE),
        }
    ),
    "ways": _said(
        "what follows what although the map has it otherwise",
        _list({"from": _ITEM, "to": _ITEM, "customers": _COUNT}),
    ),
    "unsaid": _said(
        "timelines that no event can be held against", _list({"item": _ITEM, "why": _TEXT})
    ),
}
"""A journey as customers went."""

_SOURCE: dict[str, Schema] = {
    "id": _TEXT,
    "files": _TEXTS,
    "rows": _COUNT,
    "without_time": _COUNT,
    "without_name": _said("rows that do not say what happened, or to whom", _COUNT),
    "in_future": _COUNT,
    "bad": _said("cells and lines that could not be used", _COUNT),
    "notes": _TEXTS,
    "unmapped": _said(
        "what happens and is on no map",
        _list({"value": _TEXT, "customers": _COUNT, "perhaps": _TEXT_OR_NULL}),
    ),
    "unmapped_few": _said("other such values, each met by few customers", _COUNT),
}
