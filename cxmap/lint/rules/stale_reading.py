"""The newest reading of a metric is old."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.freshness import fresh_until
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.metric import Metric
from cxmap.words import quoted


@rule(Metric, severity=Severity.WARNING, clock=True, source="S1 monitor regularly")
def stale_reading(metric: Metric, context: Context) -> Iterator[Gap]:
    """A metric whose newest reading is more than two rounds of its `review` old.

    Decisions on old figures are decisions for customers who have left.

    Where a metric says no rhythm, `limits: {reading_after: …}` in cxmap.yaml counts; where neither
    is written, nothing is asked.

    Bad:

        metrics:
          - id: ces-help
            name: Finding the answer was easy
            kind: ces
            review: monthly
            readings: [{period: 2026-03, value: 72.1}]

    Good:

        metrics:
          - id: ces-help
            name: Finding the answer was easy
            kind: ces
            review: monthly
            readings: [{period: 2026-03, value: 72.1}, {period: 2026-09, value: 71.8}]
    """
    newest = context.facts.readings.newest(metric, everywhere=True)
    if newest is None:
        return
    limit = context.settings.lint.limits.reading_after
    fresh = fresh_until(metric, newest, limit, context.calendar)
    if fresh is not None and fresh < context.today:
        rhythm = f" is to be looked at {metric.review}, and" if metric.review else ""
        age = "" if rhythm else f", more than {limit} old"
        yield Gap(
            f"{quoted(metric.label)}{rhythm or ':'} its newest figure is of {newest.period}{age}",
            newest.at("period"),
            "readings",
            "the newest reading",
            "add the reading of the last period, or say why nobody asks any more",
        )
