"""Readings for people at a terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cxmap.measure.readings import Figure
from cxmap.model.figures import say
from cxmap.output.ink import painter
from cxmap.output.measured import (
    Format,
    Shown,
    as_said,
    group_name,
    hidden_as,
    is_small,
    rows,
    said_change,
)
from cxmap.output.plain import folded, plain, width
from cxmap.output.results import Look

_BARS = "▁▂▃▄▅▆▇█"
_TITLES = ("", "value", "95% interval", "n", "since the period before", "")
_RIGHT = {1, 3}
_LEAST = 4  # columns that are shown however narrow the terminal is


def _write(shown: Shown, look: Look) -> str:
    lines: list[str] = []
    measured = shown.measured
    for metric, same in groupby(rows(measured), lambda row: row[0][0].metric):
        series = list(same)
        newest = max(figure.period for figures, _ in series for figure in figures)
        target = f", target {say(metric, metric.target, shown.currency)}" if metric.target else ""
        head = painter(look)(plain(metric.label), "title")
        name = f" ({metric.id})" if metric.label != metric.id else ""
        lines.append(f"{head}{name}{target}, {newest}")
        lines += _table([_row(figures, newest, shown, look) for figures, _ in series], look)
        lines.append("")
    if measured.unheard:
        lines.append(painter(look)("Nobody is asked here", "title"))
        for journey, paths in groupby(measured.unheard, lambda path: path.partition("/")[0]):
            names = ", ".join(path.partition("/")[2] for path in paths)
            room = look.width and look.width - 4
            first, *rest = folded(plain(f"{journey}: {names}"), room)
            lines += [f"  {first}", *(f"    {line}" for line in rest)]
        lines.append("")
    return "\n".join(lines)


def _row(series: Sequence[Figure], newest: str, shown: Shown, look: Look) -> list[str]:
    last = next((figure for figure in series if figure.period == newest), None)
    name = plain(group_name(series[0].group))
    if last is None:
        return [name, "–" if look.unicode else "-", "", "0", "", _spark(series, look)]
    if last.estimate is None or last.n is None:
        return [name, "", "", hidden_as(last, shown.measured), "", _spark(series, look)]
    ends = last.estimate.interval
    between = " … ".join(as_said(last, end, shown.currency) for end in ends) if ends else ""
    small = " (low n)" if is_small(last) else ""
    return [
        name,
        as_said(last, last.estimate.value, shown.currency),
        between if look.unicode else between.replace("…", "to"),
        f"{last.n:,}{small}",
        said_change(last, shown.currency),
        _spark(series, look),
    ]


def _table(rows: Sequence[Sequence[str]], look: Look) -> Iterator[str]:
    table = [_TITLES, *rows]
    widths = [max(width(row[column]) for row in table) for column in range(len(_TITLES))]
    fitting = len(widths)
    while look.width and fitting > _LEAST and sum(widths[:fitting]) + 2 * fitting > look.width:
        fitting -= 1  # what changed can be seen in a wider terminal, and in every file
    paint = painter(look)
    for number, row in enumerate(table):
        cells = [
            " " * (widths[c] - width(cell)) + cell
            if c in _RIGHT
            else cell + " " * (widths[c] - width(cell))
            for c, cell in enumerate(row[:fitting])
        ]
        line = "  " + "  ".join(cells).rstrip()
        yield line if number else paint(line, "quiet")


def _spark(series: Sequence[Figure], look: Look) -> str:
    values = [figure.estimate.value for figure in series if figure.estimate is not None]
    if len(values) < 2 or not look.unicode:
        return ""
    low, high = min(values), max(values)
    step = (high - low) or 1
    return "".join(
        _BARS[round((figure.estimate.value - low) / step * (len(_BARS) - 1))]
        if figure.estimate is not None
        else " "
        for figure in series[-12:]
    )


FORMAT = Format("text", _write)
