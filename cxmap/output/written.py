"""Readings as files of the workspace: what `measure --write` leaves in `readings/`."""

import json
from collections.abc import Iterable, Sequence

from cxmap.facts import period_start
from cxmap.measure.grouping import OTHERS
from cxmap.measure.readings import Figure, Measured
from cxmap.model.metric import Reading
from cxmap.output.measured import number_text
from cxmap.output.plain import plain
from cxmap.timing.duration import Duration

FOLDER = "readings"
MARK = "# Written by `cxmap measure --write`: what is changed here is lost when it runs again."

_Row = tuple[tuple[object, ...], str]


def path_of(metric: str) -> str:
    """The file that holds the readings of a metric, from the workspace."""
    return f"{FOLDER}/{metric}.yaml"


def files(measured: Measured, readings: Iterable[Reading]) -> dict[str, str]:
    """The files to write, by their paths from the workspace: one a metric.

    What an earlier run wrote of other periods stays, since an export may hold the last months
    only. Periods of another length go: a hidden month could be computed from its quarter.

    Args:
        measured: what was measured.
        readings: the readings of the workspace, among them those that earlier runs wrote.
    """
    written: dict[str, list[Reading]] = {}
    for reading in readings:
        written.setdefault(reading.place.path, []).append(reading)
    found = {}
    for metric in dict.fromkeys(figure.metric.id for figure in measured.figures):
        figures = [figure for figure in measured.figures if figure.metric.id == metric]
        path = path_of(metric)
        rows = [*_kept(figures, written.get(path, ())), *map(_measured, _shown(figures))]
        lines = [line for _, line in sorted(rows)]
        if lines:
            found[path] = "\n".join([MARK, "readings:", *lines, ""])
        elif path in written:  # all that was shown is hidden now
            found[path] = f"{MARK}\nreadings: []\n"
    return found


def _shown(figures: Iterable[Figure]) -> Iterable[Figure]:
    """The figures that may be written: those that are shown, of groups with a name."""
    return (
        figure
        for figure in figures
        if not figure.hidden and all(value != OTHERS for _, value in figure.group.segment)
    )


def _kept(figures: Sequence[Figure], before: Iterable[Reading]) -> Iterable[_Row]:
    told = {figure.period for figure in figures}
    length = len(next(iter(told)))
    sort = next(iter(told))[5:6].isdigit(), length
    for reading in before:
        if (
            reading.period not in told
            and (reading.period[5:6].isdigit(), len(reading.period)) == sort
        ):
            yield _row(
                reading.metric or "",
                (reading.journey or "", reading.stage or "", reading.touchpoint or ""),
                reading.segment if isinstance(reading.segment, dict) else {},
                reading.period,
                reading.value,
                reading.n,
                (reading.low, reading.high),
            )


def _measured(figure: Figure) -> _Row:
    place, estimate = figure.group.place, figure.estimate
    where = (
        "" if place.stage or place.touchpoint else place.journey,
        "" if place.touchpoint else place.stage,
        place.touchpoint,
    )
    ends = estimate.interval if estimate else None
    return _row(
        figure.metric.id,
        where,
        dict(figure.group.segment),
        figure.period,
        number_text(figure, estimate.value if estimate else 0),
        figure.n,
        tuple(number_text(figure, end) for end in ends) if ends else (None, None),
    )


def _row(
    metric: str,
    where: tuple[str, str, str],
    segment: dict[str, object],
    period: str,
    value: object,
    n: int | None,
    ends: Sequence[object],
) -> _Row:
    """A reading as a line, with what it is sorted by."""
    dimensions = sorted((str(name), str(said)) for name, said in segment.items())
    fields = [f"metric: {quoted(metric)}"]
    for key, item in zip(("journey", "stage", "touchpoint"), where, strict=True):
        if item:
            fields.append(f"{key}: {quoted(item)}")
    if dimensions:
        said = ", ".join(f"{quoted(name)}: {quoted(one)}" for name, one in dimensions)
        fields.append(f"segment: {{{said}}}")
    fields += [f"period: {period}", f"value: {_said(value)}"]
    if n is not None:
        fields.append(f"n: {n}")
    fields += [
        f"{key}: {_said(end)}"
        for key, end in zip(("low", "high"), ends, strict=True)
        if end is not None
    ]
    order = (*where, tuple(dimensions), period_start(period), period)
    return order, f"  - {{{', '.join(fields)}}}"


def _said(figure: object) -> str:
    if isinstance(figure, Duration | str):
        return str(figure)
    return f"{figure:g}" if isinstance(figure, float | int) else ""


def quoted(text: str) -> str:
    """An id as it is, everything else between quotes: it may come from anybody's data."""
    plain_id = text.isascii() and text.replace("-", "").replace("/", "").isalpha()
    return text if plain_id else json.dumps(plain(text), ensure_ascii=False)
