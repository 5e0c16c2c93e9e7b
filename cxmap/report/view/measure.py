"""A measure: its newest figure beside its target, and how it came there."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.facts import period_end
from cxmap.freshness import fresh_until
from cxmap.model.figures import SMALL, Standing, interval, is_better, say, standing
from cxmap.model.metric import Metric, Reading, kind_of
from cxmap.report.brief import Brief
from cxmap.report.say import period, spelled
from cxmap.report.view.distance import Away, away, change, weeks
from cxmap.report.view.marks import Marks, TeamMark
from cxmap.report.view.scale import Bullet, Spark, bullet, spark
from cxmap.timing.duration import Duration
from cxmap.words import count


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a measure stands.

    Attributes:
        state: `ok`, `bad`, `unsure` (it misses, but the target lies within its interval), `few`
            (so few were asked that nobody can tell), `stale`,
            `none` (no reading), `hidden` (too few answers to show), `open` (no target).
        words: in a table, such as "1.2 points below".
        brief: beside a bar, such as "1.2 points short".
        up: the figure is above a target that it should be under.
    """

    state: str
    words: str
    brief: str
    up: bool = False

    @property
    def counts(self) -> bool:
        """Whether it says anything: the figure is fresh and there is a target."""
        return self.state in {"ok", "bad", "unsure"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as it is shown in tables and on maps.

    Attributes:
        id: its id.
        name: its name.
        kind: its kind spelled out, such as "Customer satisfaction".
        short: its kind as people say it, such as CSAT.
        formula: how its figures are computed, in words.
        question: what customers are asked; empty where nobody is.
        voice: the customer is asked; false where we count.
        owners: the teams that answer for it.
        value: its newest figure in words; empty where there is none to show.
        at: the period of that figure.
        n: how many answers or cases it comes from, in words.
        small: they are few, so the figure gets no colour.
        interval: its 95% interval, in words; worked out where the reading does not say it.
        target: the figure to reach, such as "≥ 85%".
        verdict: where it stands.
        bullet: the bar, or None.
        spark: the line of all readings, or None.
        trend: what the line shows, in words.
        fraction_short: how far from target, as a share of the scale, to sort by.
    """

    id: str
    name: str
    kind: str
    short: str
    formula: str
    question: str
    voice: bool
    owners: tuple[TeamMark, ...]
    value: str
    at: str
    n: str
    small: bool
    interval: str
    target: str
    verdict: Verdict
    bullet: Bullet | None
    spark: Spark | None
    trend: str
    fraction_short: float


_SHORT = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}


def measure(
    metric: Metric, brief: Brief, marks: Marks, readings: Sequence[Reading] | None = None
) -> Measure:
    """What is shown of a metric.

    Args:
        metric: the metric.
        brief: what the report is about.
        marks: the marks of its owners.
        readings: those of one place, oldest first; None for those of all places.
    """
    if readings is None:
        readings = brief.facts.readings.of(metric)
    shown = tuple(r for r in readings if r.n is None or r.n >= brief.least)
    newest = readings[-1] if readings else None
    visible = newest if newest is not None and newest in shown else None
    kind = kind_of(metric)
    currency = brief.settings.currency or ""
    verdict, gap = _verdict(metric, newest, visible, brief)
    return Measure(
        metric.id,
        metric.label,
        kind.title,
        _SHORT.get(kind.name, kind.title),
        formula(metric),
        metric.question or "",
        kind.voice == "customer",
        marks.teams(metric.owners),
        say(metric, visible.value, currency) if visible else "",
        period(newest.period) if newest else "",
        _n(newest, voice=kind.voice == "customer"),
        visible is not None and visible.n is not None and visible.n < SMALL,
        _interval(metric, visible, currency),
        _target(metric, currency),
        verdict,
        bullet(metric, visible, shown, verdict.state) if visible else None,
        spark(metric, shown, verdict.state),
        change(metric, shown, brief),
        gap,
    )


def _verdict(
    metric: Metric, newest: Reading | None, visible: Reading | None, brief: Brief
) -> tuple[Verdict, float]:
    if newest is None:
        return Verdict("none", "no reading yet", "no reading yet"), 0.0
    if visible is None:
        words = f"fewer than {spelled(brief.least)} answers"
        return Verdict("hidden", words, words), 0.0
    limit = brief.settings.lint.limits.reading_after
    until = fresh_until(metric, newest, limit, brief.calendar)
    if until is not None and until < brief.today:
        words = f"stale, {weeks(period_end(newest.period), brief.today)} old"
        return Verdict("stale", words, words), 0.0
    found = standing(metric, visible, brief.calendar, least=brief.least)
    if found is Standing.UNKNOWN or metric.target is None:
        return Verdict("open", "no target", "no target"), 0.0
    few = visible.n is not None and visible.n < SMALL
    if found is Standing.REACHED:
        return Verdict("few" if few else "ok", "On target", "on target"), 0.0
    distance: Away = away(metric, visible.value, metric.target)
    sure = "bad" if found is Standing.MISSED and _is_clear(metric, visible, brief) else "unsure"
    return (
        Verdict(
            "few" if few else sure, distance.words, distance.brief, metric.direction == "lower"
        ),
        distance.share,
    )


def _is_clear(metric: Metric, reading: Reading, brief: Brief) -> bool:
    """Whether a target that is missed lies outside the interval that the page shows beside it."""
    between = interval(metric, reading)
    if between is None or metric.target is None:
        return True
    best = between[1] if metric.direction == "higher" else between[0]
    return is_better(metric, metric.target, best, brief.calendar) is True


def formula(metric: Metric) -> str:
    """How a metric's figures are computed, in words: its kind's way, or the one it names."""
    kind = kind_of(metric)
    if metric.method == "mean":
        return "mean of the answers on the scale"
    if metric.statistic == "p90":
        return "time within which nine in ten are done"
    if metric.statistic == "mean":
        return "mean time taken"
    return kind.formula


def _target(metric: Metric, currency: str) -> str:
    if metric.target is None:
        return ""
    sign = "≤" if metric.direction == "lower" else "≥"
    return f"{sign} {say(metric, metric.target, currency)}"


def _n(reading: Reading | None, *, voice: bool) -> str:
    if reading is None or reading.n is None:
        return ""
    return count(reading.n, "answer" if voice else "case")


def _interval(metric: Metric, reading: Reading | None, currency: str) -> str:
    between = interval(metric, reading) if reading is not None else None
    if between is None:
        return ""
    low, high = (say(metric, _rounded(end, reading), currency) for end in between)
    return f"{low} to {high}"


def _rounded(end: float | Duration, reading: Reading | None) -> float | Duration:
    """The end of an interval that was worked out, to a tenth; one that is written as it is."""
    written = reading is not None and reading.low is not None
    return end if written or isinstance(end, Duration) else round(end, 1)
