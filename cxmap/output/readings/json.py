"""Readings for other programs."""

from typing import Any

from cxmap.measure.readings import Figure, SourceReport
from cxmap.output.as_json import dumps
from cxmap.output.measured import Format, Shown, is_small, rounded
from cxmap.output.results import Look


def _write(shown: Shown, _: Look) -> str:
    measured = shown.measured
    document = {
        "version": 1,
        "today": measured.today.isoformat(),
        "period": measured.grain.value,
        "min_n": measured.min_n,
        "readings": [_reading(figure) for figure in measured.figures],
        "sources": [_source(source) for source in measured.sources],
        "nobody_asks": list(measured.unheard),
        "without_source": list(measured.unsourced),
        "problems": list(measured.problems),
    }
    return dumps(document) + "\n"


def _reading(figure: Figure) -> dict[str, Any]:
    place = figure.group.place
    where = {"journey": place.journey, "stage": place.stage, "touchpoint": place.touchpoint}
    estimate, changed = figure.estimate, figure.change
    return {
        "metric": figure.metric.id,
        **{key: value or None for key, value in where.items()},
        "segment": dict(figure.group.segment),
        "period": figure.period,
        "unit": figure.unit.value if figure.unit else figure.metric.measured_in,
        "hidden": figure.hidden,
        "few": figure.few,
        "n": figure.n,
        "low_n": is_small(figure),
        "value": _number(estimate.value if estimate else None),
        "low": _number(estimate.low if estimate else None),
        "high": _number(estimate.high if estimate else None),
        "change": _number(changed.value if changed else None),
        "change_low": _number(changed.low if changed else None),
        "change_high": _number(changed.high if changed else None),
        "trend": changed.trend or None if changed else None,
    }


def _source(source: SourceReport) -> dict[str, Any]:
    return {
        "id": source.id,
        "files": list(source.files),
        "rows": source.rows,
        "without_time": source.undated,
        "without_weight": source.unweighted,
        "in_future": source.future,
        "bad": source.bad_count,
        "notes": list(source.notes),
        "unmapped": [
            {"value": value, "rows": rows, "perhaps": perhaps or None}
            for value, rows, perhaps in source.unmapped
        ],
        "unmapped_few": source.unmapped_few,
        "left_out": {
            metric: {
                "empty": out.empty,
                "unreadable": out.unreadable,
                "outside": out.outside,
                "under_way": out.under_way,
            }
            for metric, out in source.left_out
        },
    }


def _number(value: float | None) -> float | None:
    return None if value is None else rounded(value)


FORMAT = Format("json", _write)
