"""The JSON Schema of what `cxmap report --format json` writes, for those who build on it."""

from cxmap.registry import names
from cxmap.schema.changes import change_shape, map_shape
from cxmap.schema.conformance import WALKED
from cxmap.schema.findings import finding
from cxmap.schema.shapes import DRAFT, Schema, record

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_YES_NO: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": ["number", "null"]}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_FEELING: Schema = {"type": ["number", "null"], "minimum": -2, "maximum": 2}
_OWN: dict[str, Schema] = {"note": _TEXT, "links": _TEXTS, "tags": _TEXTS}
_BASED_ON: Schema = {"enum": ["assumption", "staff", "customers", "data", ""]}
_BLUEPRINT = dict.fromkeys(("evidence", "frontstage", "backstage", "support"), _TEXTS)


def report_schema() -> Schema:
    """The schema, in draft 2020-12; `version` changes when a reader would have to."""
    return {
        "$schema": DRAFT,
        "title": "What cxmap reports",
        "description": "Where a map is silent a text is empty, and a number or a day null.",
        **record(
            {
                "version": {"const": 1},
                "today": {**_DAY, "type": "string", "description": "the date the report goes by"},
                "organization": _TEXT,
                "language": _said("of the maps, such as `en`"),
                "currency": _said("of figures of cost"),
                "intent": _TEXT,
                "leader": _TEXT,
                "sponsor": _TEXT,
                "teams": _list({"id": _TEXT, "name": _TEXT, "function": _TEXT}),
                "customers": _list(
                    {
                        "id": _TEXT,
                        "name": _TEXT,
                        "kind": {"enum": ["persona", "segment"]},
                        "about": _TEXT,
                    }
                ),
                "journeys": _list(_journey()),
                "comparisons": _said(
                    "what the target of each journey that has one changes",
                    {
                        "type": "array",
                        "items": map_shape(
                            journey=_said("its id"),
                            changes={"type": "array", "items": change_shape()},
                        ),
                    },
                ),
                "metrics": _list(_metric()),
                "actions": _list(_action()),
                "findings": {"type": "array", "items": finding()},
            }
        ),
    }


def _list(properties: dict[str, Schema]) -> Schema:
    return {"type": "array", "items": record(properties)}


def _said(words: str, shape: Schema = _TEXT) -> Schema:
    return {**shape, "description": words}


def _journey() -> dict[str, Schema]:
    return {
        "item": _said("such as `onboarding@current`"),
        "id": _said("shared by the current and the target map of a journey"),
        "state": {"enum": ["current", "target"]},
        "title": _TEXT,
        "status": {"enum": ["draft", "agreed"]},
        "path": _said("its file, POSIX and relative to the workspace"),
        "as_of": _said("when people last confirmed that it is true", _DAY),
        "based_on": _BASED_ON,
        "customers": _said("ids of those whose journey it is", _TEXTS),
        "scenario": _TEXT,
        "scenario_of": _TEXT,
        "owner": _said("id of the team accountable across it"),
        "agreed_by": _said("ids of teams", _TEXTS),
        "trigger": _TEXT,
        "outcome": _TEXT,
        **_OWN,
        "coverage": {
            "type": "object",
            "description": "by question, how many of the touchpoints asked have an answer",
            "additionalProperties": record({"answered": _COUNT, "asked": _COUNT}),
        },
        "handoffs": _said("how often the customer passes from team to team", _COUNT),
        "left_to_nobody": _said("how often the customer comes to touchpoints of nobody", _COUNT),
        "measures": _said("ids of metrics of the whole journey", _TEXTS),
        "stages": _list(_stage()),
        "actual": _said(
            "how customers really went, one for each source of events",
            _list(WALKED | {"as_of": _said("the date it went by", {**_DAY, "type": "string"})}),
        ),
        "fix_first": _said(
            "the touchpoints to mend first, the most at stake at the top",
            _list({"item": _TEXT, "reasons": _TEXTS}),
        ),
        "actions": _said("ids of the actions on it or on any part of it", _TEXTS),
        "retired": _said(
            "what a target drops on purpose", _list({"touchpoint": _TEXT, "why": _TEXT})
        ),
    }


def _stage() -> dict[str, Schema]:
    return {
        "item": _said("such as `onboarding@current#sign`"),
        "id": _TEXT,
        "number": {"type": "integer", "minimum": 1},
        "name": _TEXT,
        "phase": _TEXT,
        "goal": _said("what the customer wants there"),
        "duration": _TEXT,
        "if": _said("only then does it happen"),
        "owner": _said("id of the team accountable for it"),
        "customer_is_asked": _YES_NO,
        "measures": _said("ids of metrics", _TEXTS),
        **_BLUEPRINT,
        **_OWN,
        "touchpoints": _list(_touchpoint()),
    }


def _touchpoint() -> dict[str, Schema]:
    return {
        "item": _said("such as `onboarding@current/welcome-letter`"),
        "id": _TEXT,
        "number": _said("3.2 for stage 3, second", {**_TEXT, "pattern": r"^[0-9]+\.[0-9]+$"}),
        "what": _TEXT,
        "who": _said("id of the team that owns it; `customer` for the customer alone"),
        "with": _said("ids of the teams that help", _TEXTS),
        "contact": _said("whom the customer meets"),
        "handoff": _TEXT,
        "how": _said("ids of channels", _TEXTS),
        "when": _said("its timeline in words"),
        "takes": _said("what it really takes, in words"),
        "longer_than_promised": _YES_NO,
        "customers": _said("ids of the customers it is for; empty for all", _TEXTS),
        "if": _said("only then does it happen"),
        "moment_of_truth": _YES_NO,
        "importance": {"type": ["integer", "null"], "minimum": 1, "maximum": 5},
        "expectation": _TEXT,
        "met": {"enum": ["missed", "met", "exceeded", ""]},
        "standard": _said("the promise"),
        "emotion": _said("how it feels; the mean where customers differ", _FEELING),
        "emotion_by_customer": _said(
            "by id; empty where one rating stands for all",
            {"type": "object", "additionalProperties": {**_FEELING, "type": "integer"}},
        ),
        "based_on": _said("where emotion and pains come from", _BASED_ON),
        "pains": _list({"text": _TEXT, "source": _TEXT}),
        "works_well": _TEXTS,
        "opportunities": _TEXTS,
        **_BLUEPRINT,
        "measures": _said("ids of metrics, and names of listening posts", _TEXTS),
        "customer_is_asked": _YES_NO,
        "missing": {
            "type": "array",
            "items": {"enum": ["owner", "channel", "timeline", "feedback", "voice"]},
        },
        "journey": _said("id of the journey it opens into"),
        "replaces": _said("touchpoints of the current map", _TEXTS),
        **_OWN,
    }


def _metric() -> dict[str, Schema]:
    reading = {
        "period": _said("a day, 2026-W38, 2026-09, 2026-Q3 or 2026"),
        "ends": {**_DAY, "type": "string"},
        "n": {"type": ["integer", "null"], "minimum": 0},
        "value": _NUMBER,
        "low": _said("the lower end of its 95% interval", _NUMBER),
        "high": _said("the upper end of its 95% interval", _NUMBER),
        "words": _said("the value as people read it"),
        "hidden": _said("it comes from too few answers to be shown", _YES_NO),
    }
    return {
        "id": _TEXT,
        "name": _TEXT,
        "kind": {"enum": list(names("cxmap.kinds"))},
        "voice": {"enum": ["customer", "operations"]},
        "question": _said("what customers are asked"),
        "formula": _TEXT,
        "unit": _said("of all its figures"),
        "better": {"enum": ["higher", "lower"]},
        "owners": _said("ids of teams", _TEXTS),
        "target": _NUMBER,
        "warn": _NUMBER,
        "state": _said(
            "beside its target; `unsure` within chance, `few` too few answers to tell,"
            " `hidden` too few to show, `open` no target",
            {"enum": ["ok", "bad", "unsure", "few", "stale", "none", "hidden", "open"]},
        ),
        "words": _said("the same in words"),
        "fresh_until": _said("the last day on which its newest reading is fresh", _DAY),
        "readings": _said("of all customers and places, oldest first", _list(reading)),
        **_OWN,
    }


def _action() -> dict[str, Schema]:
    statuses = ["proposed", "approved", "in-progress", "live", "verified", "dropped"]
    return {
        "id": _TEXT,
        "title": _TEXT,
        "owner": _said("id of the team that answers for it"),
        "with": _said("ids of the teams that help", _TEXTS),
        "items": _said("what it changes", _TEXTS),
        "status": {"enum": statuses},
        "state": {"enum": ["late", "open", "done", "dropped"]},
        "words": _said("how it stands"),
        "raised": _DAY,
        "due": _DAY,
        "live": _DAY,
        "days_allowed": _said("working days from the day it was raised to its due day", _COUNT),
        "days_used": _said("working days gone by", _COUNT),
        "days_late": _said("working days past due", _COUNT),
        "because": _TEXTS,
        "verify": _said("ids of the metrics that will show it", _TEXTS),
        "benefit": _TEXT,
        "effort": {"enum": ["small", "medium", "large", ""]},
        "why": _said("why it was dropped"),
        "approved_by": _TEXT,
        "approved": _DAY,
        **_OWN,
    }
