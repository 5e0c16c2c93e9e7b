"""A reading rests on few answers."""

from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.figures import SMALL, Standing, say, standing
from cxmap.model.metric import Metric, Reading
from cxmap.words import count, quoted

_ASK = "ask more customers, or read it over a longer period"
_WAIT = "read it over a longer period"


@rule(Metric, severity=Severity.INFO, source="S1 hard data")
def small_sample(
    metric: Metric,
    context: Context,
    *,
    least: Annotated[int, "answers from which a reading can tell"] = SMALL,
) -> Iterator[Gap]:
    """A newest reading from too few answers to tell, by their number or by its interval.

    A handful of answers swings by chance alone; acting on it mends what customers never minded.

    Bad:

        metrics:
          - id: nps-bookkeeper
            name: Bookkeepers would recommend us
            kind: nps
            target: 50
            readings: [{period: 2026-Q2, value: 44.4, n: 9, low: -7.2, high: 73.9}]

    Good:

        metrics:
          - id: nps-bookkeeper
            name: Bookkeepers would recommend us
            kind: nps
            target: 30
            readings: [{period: 2026-Q2, value: 44.4, n: 180, low: 33.1, high: 54.4}]
    """
    few = context.settings.privacy.min_n
    hint = _ASK if metric.voice == "customer" else _WAIT
    for reading in context.facts.readings.latest(metric):
        place = context.facts.readings.place_of(reading)
        name = quoted(metric.label) + (f" at {quoted(place)}" if place else "")
        size = count(reading.n or 0, "answer" if metric.voice == "customer" else "case")
        if reading.n is not None and reading.n < few:
            message = f"{name} rests on {size}, too few for a figure"
            yield Gap(message, reading.at("n"), "readings", hint=hint)
        elif reading.n is not None and reading.n < least:
            message = f"{name} rests on {size}: a hint, not yet a figure"
            yield Gap(message, reading.at("n"), "readings", hint=hint)
        elif standing(metric, reading, context.calendar, least=few) is Standing.UNSURE:
            sure = f"but with {size} it may" if reading.n is not None else "but it may"
            message = f"{name} {_figures(metric, reading, context, sure)}"
            yield Gap(message, reading.at("low"), "readings", hint=hint)


def _figures(metric: Metric, reading: Reading, context: Context, sure: str) -> str:
    currency = context.settings.currency or ""
    figures = (reading.value, metric.target, reading.low, reading.high)
    value, target, low, high = (say(metric, f, currency) if f is not None else "" for f in figures)
    reach = f"be anything from {low} to {high}" if low and high else "be chance"
    return f"is {value}, its target is {target}, {sure} {reach}"
