"""Readings for a spreadsheet: one row a metric, group and period."""

import csv
import io

from cxmap.measure.readings import Figure
from cxmap.output.measured import Format, Shown, hidden_as, rounded
from cxmap.output.results import Look

_COLUMNS = (
    *("metric", "journey", "stage", "touchpoint", "segment", "period", "unit"),
    *("value", "low", "high", "n", "change", "trend"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _write(shown: Shown, _: Look) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    for figure in shown.measured.figures:
        table.writerow([_safe(cell) for cell in _cells(figure, shown)])
    return out.getvalue()


def _cells(figure: Figure, shown: Shown) -> list[str]:
    place, segment = figure.group.place, figure.group.segment
    cells = [
        figure.metric.id,
        place.journey,
        place.stage,
        place.touchpoint,
        "; ".join(f"{name}: {value}" for name, value in segment),
        figure.period,
        figure.unit.value if figure.unit else figure.metric.measured_in,
    ]
    if figure.estimate is None or figure.n is None:
        return [*cells, "", "", "", hidden_as(figure, shown.measured), "", ""]
    estimate, changed = figure.estimate, figure.change
    return [
        *cells,
        _number(estimate.value),
        _number(estimate.low),
        _number(estimate.high),
        str(figure.n),
        _number(changed.value if changed else None),
        changed.trend if changed else "",
    ]


def _number(value: float | None) -> str:
    return "" if value is None else f"{rounded(value):g}" if abs(value) < 1e5 else f"{value:.2f}"


def _safe(cell: str) -> str:
    """A spreadsheet runs what looks like a formula, unless it is a number."""
    if cell.startswith(_FORMULA) and not cell.lstrip("-").replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell


FORMAT = Format("csv", _write)
