"""A metric and what it said as records."""

from collections.abc import Callable
from typing import Any

from cxmap.facts import period_end
from cxmap.freshness import fresh_until
from cxmap.model.figures import as_number, say
from cxmap.model.metric import Metric, Reading, kind_of
from cxmap.report.studio import Studio
from cxmap.timing.duration import Duration

Figure = Callable[[float | Duration | None], float | None]


def metric(part: Metric, studio: Studio) -> dict[str, Any]:
    """A metric with its readings; one from too few answers has no figures."""
    brief = studio.brief
    shown = studio.measure(part)
    limit = brief.settings.lint.limits.reading_after
    readings = brief.facts.readings.of(part)
    newest = readings[-1] if readings else None
    until = fresh_until(part, newest, limit, brief.calendar) if newest else None

    def number(figure: float | Duration | None) -> float | None:
        return None if figure is None else as_number(part, figure)

    return {
        "id": part.id,
        "name": part.label,
        "kind": part.kind,
        "voice": part.voice,
        "question": part.question or "",
        "formula": shown.formula,
        "unit": "minutes" if kind_of(part).unit == "time" else part.measured_in,
        "better": part.direction,
        "owners": [mark.id for mark in shown.owners],
        "target": number(part.target),
        "warn": number(part.warn),
        "state": shown.verdict.state,
        "words": shown.verdict.words,
        "fresh_until": until.isoformat() if until else None,
        "readings": [_reading(part, one, number, studio) for one in readings],
        "note": part.note or "",
        "links": list(part.links),
        "tags": list(part.tags),
    }


def _reading(part: Metric, reading: Reading, number: Figure, studio: Studio) -> dict[str, Any]:
    brief = studio.brief
    hidden = reading.n is not None and reading.n < brief.least
    currency = brief.settings.currency or ""
    return {
        "period": reading.period,
        "ends": period_end(reading.period).isoformat(),
        "n": reading.n,
        "value": None if hidden else number(reading.value),
        "low": None if hidden else number(reading.low),
        "high": None if hidden else number(reading.high),
        "words": "" if hidden else say(part, reading.value, currency),
        "hidden": hidden,
    }
