"""What a format of what was measured is, and how every one of them says the same things."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from cxmap.measure.readings import Figure, Group, LeftOut, Measured, SourceReport
from cxmap.model.figures import SMALL, say
from cxmap.output.results import Look
from cxmap.timing.duration import Duration
from cxmap.words import count, listed


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the readings and the workspace's currency."""

    measured: Measured
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write what was measured: its name and a function to the whole text."""

    name: str
    write: Callable[[Shown, Look], str]


def group_name(group: Group) -> str:
    """What a group is called: the place as files point at it, and the segment."""
    place = group.place.touchpoint or group.place.stage or group.place.journey
    segment = ", ".join(f"{name}: {value}" for name, value in group.segment)
    return " · ".join(part for part in (place, segment) if part) or "all"


def as_said(figure: Figure, number: float, currency: str) -> str:
    """A number of a figure with its unit, shares and points with one digit."""
    if figure.unit is None:
        digits = 1 if figure.metric.measured_in in {"%", "points"} else 2
        return say(figure.metric, round(number, digits) + 0.0, currency)
    amount = Decimal(f"{rounded(number):f}").normalize() + 0
    if amount < 0:
        return f"−{Duration(-amount, figure.unit)}"
    return str(Duration(amount, figure.unit))


def number_text(figure: Figure, number: float) -> str:
    """A number of a figure as it is written in a map: `81.2`, or `4.5 hours`."""
    if figure.unit is None:
        return f"{rounded(number):.2f}".rstrip("0").rstrip(".")
    return str(Duration(Decimal(f"{max(0.0, rounded(number)):.2f}").normalize() + 0, figure.unit))


def rounded(number: float) -> float:
    """A number as it is printed and written: with two digits, one more than anybody acts on."""
    return round(number, 2) + 0.0


def rows(measured: Measured) -> Iterator[tuple[list[Figure], Figure | None]]:
    """The figures of each group by metric, oldest first, and the newest that can be told."""
    for _, same in groupby(measured.figures, lambda figure: (figure.metric.id, figure.group)):
        series = list(same)
        told = [figure for figure in series if not figure.hidden]
        yield series, told[-1] if told else None


def is_small(figure: Figure) -> bool:
    """Whether a figure rests on few answers."""
    return figure.n is not None and figure.n < SMALL


def said_change(figure: Figure, currency: str) -> str:
    """What changed since the period before, in a few words."""
    if figure.change is None:
        return ""
    amount = as_said(figure, abs(figure.change.value), currency).lstrip("+−")
    sign = "+" if figure.change.value > 0 else "−"
    if amount.partition(" ")[0].rstrip("%") == "0":
        sign = "±"
    if amount.endswith("%"):  # of percent, a difference is in points
        amount = amount.removesuffix("%")
        amount += " point" if amount == "1" else " points"
    trend = f", {figure.change.trend}" if figure.change.trend else ""
    return f"{sign}{amount}{trend}"


def remarks(measured: Measured) -> Iterator[str]:
    """What was left out or is missing, one sentence each."""
    for source in measured.sources:
        yield from of_source(source)
    if not measured.figures and any(source.rows for source in measured.sources):
        yield "no answer lies in a period that is over; `--open` shows the running one too"
    yield from _secrecy(measured)
    if measured.unsourced:
        which = listed([f"`{metric}`" for metric in measured.unsourced])
        yield f"computed from no data: {which}"
    if measured.unheard:
        yield f"nobody was asked at {count(len(measured.unheard), 'touchpoint')}"


def _secrecy(measured: Measured) -> Iterator[str]:
    """What stands in the place of figures that are not shown, and why."""
    secret = [figure for figure in measured.figures if figure.hidden]
    if any(figure.few for figure in secret):
        people = f"fewer than {measured.min_n}"
        yield f"`<{measured.min_n}` stands for a figure that rests on {people} people"
    if any(not figure.few for figure in secret):
        yield "`hidden` stands for a figure that would give away one of too few people"


def of_source(source: SourceReport) -> Iterator[str]:
    """What was read of a source and what was left out, one sentence each."""
    head = f"data `{source.id}`"
    where = count(len(source.files), "file") if source.files else "its table"
    rows = "read from" if source.rows is None else f"{count(source.rows, 'row')} in"
    yield f"{head}: {rows} {where}"
    yield from (f"{head}: {note}" for note in source.notes)
    for number, one, many in (
        (source.undated, "has no time that can be read", "have no time that can be read"),
        (source.unweighted, "has no weight that can be read", "have no weight that can be read"),
        (
            source.nameless,
            "does not say what happened, or to whom",
            "do not say what happened, or to whom",
        ),
        (source.future, "is dated in a time to come", "are dated in a time to come"),
    ):
        if number:
            yield f"{head}: {count(number, 'row')} {one if number == 1 else many}"
    if source.bad_count:
        lines = count(source.bad_count, "cell or line", "cells or lines")
        yield f"{head}: {lines} could not be used; `--rejects FILE` lists them"
    for bad in source.bad[:1]:
        column = f", column `{bad.column}`" if bad.column else ""
        yield f"{head}: the first is line {bad.line} of {bad.path}{column}: {bad.reason}"
    for metric, out in source.left_out:
        if said := _left_out(out):
            yield f"metric `{metric}`: left out are {said}"
    for value, number, which in source.unmapped:
        hint = f": is it {which}?" if which else ""
        yield f"{head}: `{value}` is no touchpoint of the maps ({count(number, 'row')}){hint}"
    if source.unmapped_few:
        what = count(source.unmapped_few, "other value", "other values")
        yield f"{head}: {what} with few rows that are no touchpoints of the maps"


def _left_out(out: LeftOut) -> str:
    parts = (
        (out.empty, "without an answer"),
        (out.unreadable, "that cannot be read"),
        (out.outside, "outside the scale"),
        (out.under_way, "still under way"),
    )
    return ", ".join(f"{number:,} {why}" for number, why in parts if number)


def hidden_as(figure: Figure, measured: Measured) -> str:
    """What stands for the n of a figure that is not shown."""
    return f"<{measured.min_n}" if figure.few else "hidden"
