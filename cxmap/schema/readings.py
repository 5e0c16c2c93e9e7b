"""The JSON Schema of what `cxmap measure --format json` writes, for those who build on it."""

from cxmap.schema.shapes import DRAFT, Schema, record

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": ["number", "null"]}


def readings_schema() -> Schema:
    """The schema, in draft 2020-12; `version` changes when a reader would have to."""
    return {
        "$schema": DRAFT,
        "title": "What cxmap measured",
        "description": "A figure that is not shown has neither n nor value.",
        **record(
            {
                "version": {"const": 1},
                "today": {"type": "string", "format": "date"},
                "period": {"enum": ["week", "month", "quarter", "year"]},
                "min_n": _said("under how many answers nothing is shown", _COUNT),
                "readings": {"type": "array", "items": record(_READING)},
                "sources": {"type": "array", "items": record(_SOURCE)},
                "nobody_asks": _said("touchpoints that no answer is about", _TEXTS),
                "without_source": _said("metrics that are computed from no data", _TEXTS),
                "problems": _said("what could not be measured", _TEXTS),
            }
        ),
    }


def _said(words: str, shape: Schema = _TEXT) -> Schema:
    return {**shape, "description": words}


_READING: dict[str, Schema] = {
    "metric": _TEXT,
    "journey": _TEXT_OR_NULL,
    "stage": _said("`journey#stage`", _TEXT_OR_NULL),
    "touchpoint": _said("`journey/touchpoint`", _TEXT_OR_NULL),
    "segment": {"type": "object", "additionalProperties": _TEXT},
    "period": _said("a week, month, quarter or year: 2026-W38, 2026-09, 2026-Q3, 2026"),
    "unit": _TEXT,
    "hidden": {"type": "boolean"},
    "few": _said(
        "hidden for too few answers, not to keep such a figure hidden", {"type": "boolean"}
    ),
    "n": {"type": ["integer", "null"], "minimum": 0},
    "low_n": _said("fewer than 30 answers", {"type": "boolean"}),
    "value": _NUMBER,
    "low": _said("the lower end of the 95% interval", _NUMBER),
    "high": _said("the upper end of the 95% interval", _NUMBER),
    "change": _said("since the period before", _NUMBER),
    "change_low": _NUMBER,
    "change_high": _NUMBER,
    "trend": {"enum": ["up", "down", "no clear change", None]},
}
_SOURCE: dict[str, Schema] = {
    "id": _TEXT,
    "files": _TEXTS,
    "rows": _said(
        "null where nobody had to count them", {"type": ["integer", "null"], "minimum": 0}
    ),
    "without_time": _COUNT,
    "without_weight": _COUNT,
    "in_future": _COUNT,
    "bad": _said("cells and lines that could not be used", _COUNT),
    "notes": _TEXTS,
    "unmapped": {
        "type": "array",
        "items": record({"value": _TEXT, "rows": _COUNT, "perhaps": _TEXT_OR_NULL}),
    },
    "unmapped_few": _said("other values that are no touchpoints, each of few rows", _COUNT),
    "left_out": {
        "type": "object",
        "additionalProperties": record(
            {
                "empty": _COUNT,
                "unreadable": _COUNT,
                "outside": _COUNT,
                "under_way": _said("cases that can still end", _COUNT),
            }
        ),
    },
}
