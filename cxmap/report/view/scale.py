"""Where figures lie on the scale of their metric: the bar beside a target, the line of readings."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.facts import period_end
from cxmap.model.figures import as_number, interval
from cxmap.model.metric import Metric, Reading, kind_of

_ROOM = 1.25  # an open scale ends this much beyond the largest figure
_ZOOM = 0.3  # a bounded scale of which less than this is used is drawn as an open one
_MOST = 60  # readings a line shows; more would be a blur


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bar on the metric's own scale, every position in percent of its length.

    Attributes:
        start: where the bar begins: zero of the scale.
        end: the newest figure.
        tick: the target, or None.
        low: the lower end of the interval, or None.
        high: its upper end, or None.
        state: `ok`, `bad`, or another verdict that has no colour.
    """

    start: float
    end: float
    tick: float | None
    low: float | None
    high: float | None
    state: str


@dataclass(frozen=True, slots=True)
class Spark:
    """All readings as a line, every height from 0 to 1.

    Attributes:
        points: the readings, across and up.
        target: the height of the target, or None.
        between: the ends of the newest reading's interval, or None.
        state: `ok`, `bad`, or another verdict that has no colour.
    """

    points: tuple[tuple[float, float], ...]
    target: float | None
    between: tuple[float, float] | None
    state: str


def bullet(
    metric: Metric, reading: Reading, readings: Sequence[Reading], state: str
) -> Bullet | None:
    """The bar of a metric's newest figure, or None where it has no length."""
    value = as_number(metric, reading.value)
    target = None if metric.target is None else as_number(metric, metric.target)
    low, high = _ends(metric, [value, *([] if target is None else [target])], readings)
    if high <= low:
        return None

    def place(number: float) -> float:
        return round(min(100.0, max(0.0, 100 * (number - low) / (high - low))), 2)

    between = _between(metric, reading)
    return Bullet(
        place(max(0.0, low)),
        place(value),
        None if target is None else place(target),
        None if between is None else place(between[0]),
        None if between is None else place(between[1]),
        state,
    )


def _between(metric: Metric, reading: Reading) -> tuple[float, float] | None:
    """The ends of a reading's interval as numbers, or None."""
    found = interval(metric, reading)
    return None if found is None else (as_number(metric, found[0]), as_number(metric, found[1]))


def _ends(
    metric: Metric, figures: Sequence[float], readings: Sequence[Reading]
) -> tuple[float, float]:
    """The ends of the scale: the metric's own, the kind's, or room for all there is."""
    largest = max(figures)
    if metric.scale and metric.measured_in == "scale":
        first, last = (float(end) if _is_number(end) else 0.0 for end in metric.scale[:2])
        if first < last:
            return first, last
    kind = kind_of(metric)
    if metric.measured_in == "scale" and kind.scale:
        return kind.scale
    if kind.low is not None and kind.high is not None and not metric.unit:
        zoomed = kind.low == 0 and largest <= _ZOOM * kind.high
        if not zoomed:
            return kind.low, kind.high
    every = [*figures, *(as_number(metric, r.value) for r in readings)]
    return min(0.0, *every), max(every) * _ROOM


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def spark(metric: Metric, readings: Sequence[Reading], state: str) -> Spark | None:
    """The line of a metric's readings by time, or None where there are none."""
    recent = readings[-_MOST:]
    if not recent:
        return None
    values = [as_number(metric, reading.value) for reading in recent]
    target = None if metric.target is None else as_number(metric, metric.target)
    between = _between(metric, recent[-1])
    every = values if target is None else [*values, target]
    low, high = min(every), max(every)
    days = [period_end(reading.period).toordinal() for reading in recent]
    first, length = days[0], days[-1] - days[0]

    def up(number: float) -> float:
        height = (number - low) / (high - low) if high > low else 0.5
        return min(1.0, max(0.0, height))  # a wide interval goes to the edge, and the line stays

    points = tuple(
        ((day - first) / length if length else 1.0, up(value))
        for day, value in zip(days, values, strict=True)
    )
    return Spark(
        points,
        None if target is None else up(target),
        None if between is None else (up(between[0]), up(between[1])),
        state,
    )
