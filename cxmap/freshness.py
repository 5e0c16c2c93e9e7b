"""How long a reading is fresh."""

from datetime import date, datetime, time
from decimal import Decimal

from cxmap.facts import period_end
from cxmap.model.metric import Metric, Reading
from cxmap.timing.calendar import Calendar
from cxmap.timing.deadline import deadline
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit

_TWICE = {
    "weekly": Duration(Decimal(2), Unit.WEEK),
    "monthly": Duration(Decimal(2), Unit.MONTH),
    "quarterly": Duration(Decimal(6), Unit.MONTH),
    "yearly": Duration(Decimal(2), Unit.YEAR),
}


def fresh_until(
    metric: Metric, reading: Reading, reading_after: Duration | None, calendar: Calendar
) -> date | None:
    """The last day on which a reading is fresh, or None where nothing says so.

    It is fresh for two rounds of the metric's `review` after its period ended.

    Args:
        metric: the metric it is a reading of.
        reading: the reading.
        reading_after: how long readings of metrics without a `review` are fresh.
        calendar: which days are worked.
    """
    allowed = _TWICE[metric.review] if metric.review is not None else reading_after
    if allowed is None:
        return None
    ended = datetime.combine(period_end(reading.period), time.max)
    return deadline(ended, allowed, calendar).date()
