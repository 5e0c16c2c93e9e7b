"""How far a figure is from another, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxmap.facts import period_end
from cxmap.model.figures import as_number, is_better, say
from cxmap.model.metric import Metric, Reading
from cxmap.report.brief import Brief
from cxmap.timing.duration import Duration
from cxmap.words import count

_DAYS_A_MONTH = 365.25 / 12
_DAYS_A_WEEK = 7
_LONG = 60  # from this many days on a time is said in months


@dataclass(frozen=True, slots=True)
class Away:
    """How far a figure is from its target.

    Attributes:
        words: "1.2 points below", for a table.
        brief: "1.2 points short", for beside a bar.
        share: the distance as a share of the target, to sort by.
    """

    words: str
    brief: str
    share: float


def away(metric: Metric, value: float | Duration, target: float | Duration) -> Away:
    """How far a figure that misses its target is from it."""
    number, goal = as_number(metric, value), as_number(metric, target)
    share = abs(number - goal) / (abs(goal) or 1.0)
    size = _size(metric, value, target)
    if metric.direction == "lower":
        return Away(f"{size} above", f"{size} over", share)
    return Away(f"{size} below", f"{size} short", share)


def change(metric: Metric, readings: Sequence[Reading], brief: Brief) -> str:
    """What a line of readings shows: "Up 0.9 points in 8 months, better"."""
    if not readings:
        return "Nothing to draw"
    first, last = readings[0], readings[-1]
    if len(readings) == 1:
        return "One reading so far"
    length = _length(period_end(first.period), period_end(last.period))
    number, before = as_number(metric, last.value), as_number(metric, first.value)
    if number == before:
        return f"As {length} ago"
    word = "Up" if number > before else "Down"
    verdict = is_better(metric, last.value, first.value, brief.calendar)
    judged = "" if verdict is None else ", better" if verdict else ", worse"
    return f"{word} {_size(metric, last.value, first.value)} in {length}{judged}"


def weeks(since: date, today: date) -> str:
    """How long ago a day was: "12 weeks"; days under two weeks."""
    days = (today - since).days
    if days < 2 * _DAYS_A_WEEK:
        return count(days, "day")
    return count(days // _DAYS_A_WEEK, "week")


def _length(start: date, end: date) -> str:
    days = (end - start).days
    if days < _LONG:
        return weeks(start, end)
    return count(round(days / _DAYS_A_MONTH), "month")


def _size(metric: Metric, one: float | Duration, other: float | Duration) -> str:
    """The distance between two figures with its unit; shares differ by points."""
    if isinstance(one, Duration) and isinstance(other, Duration) and one.unit is other.unit:
        return str(Duration(abs(one.amount - other.amount), one.unit))
    apart = abs(as_number(metric, one) - as_number(metric, other))
    if isinstance(one, Duration):
        return _minutes(apart)
    if metric.measured_in in {"%", "points"}:
        return f"{_plain(apart)} {'point' if _plain(apart) == '1' else 'points'}"
    return say(metric, apart).removeprefix("+")


def _minutes(minutes: float) -> str:
    for size, word in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            amount = _plain(round(minutes / size, 1))
            return f"{amount} {word}{'' if amount == '1' else 's'}"
    return "less than a minute"


def _plain(number: float) -> str:
    return f"{round(number, 2):,.2f}".rstrip("0").rstrip(".")
