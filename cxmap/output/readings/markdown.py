"""Readings for a wiki or a comment."""

from collections.abc import Sequence

from cxmap.measure.readings import Figure
from cxmap.output.cell import cell
from cxmap.output.measured import (
    Format,
    Shown,
    as_said,
    group_name,
    hidden_as,
    is_small,
    remarks,
    rows,
    said_change,
)
from cxmap.output.results import Look

_HEAD = (
    "| Measure | Whose answers | Period | Value | 95% interval | n | Change |",
    "| --- | --- | --- | ---: | --- | ---: | --- |",
)


def _write(shown: Shown, _: Look) -> str:
    lines = list(_HEAD)
    for series, newest in rows(shown.measured):
        lines.append(_row(newest or series[-1], shown))
    lines.append("")
    lines += [f"- {cell(remark)}" for remark in remarks(shown.measured)]
    return "\n".join([*lines, ""])


def _row(figure: Figure, shown: Shown) -> str:
    cells = [figure.metric.label, group_name(figure.group), figure.period]
    if figure.estimate is None or figure.n is None:
        cells += ["", "", hidden_as(figure, shown.measured), ""]
    else:
        ends = figure.estimate.interval
        cells += [
            as_said(figure, figure.estimate.value, shown.currency),
            " … ".join(as_said(figure, end, shown.currency) for end in ends) if ends else "",
            f"{figure.n:,}{' (low n)' if is_small(figure) else ''}",
            said_change(figure, shown.currency),
        ]
    return _joined(cells)


def _joined(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell(text) for text in cells)} |"


FORMAT = Format("markdown", _write)
