"""Figures of measures, in words, and whether one aims for more than another."""

from cxmap.diff.difference import Difference, Spot
from cxmap.diff.sight import Sight
from cxmap.facts import Facts
from cxmap.model import figures
from cxmap.model.metric import Metric


def figure(difference: Difference, sight: Sight, field: str, *, before: bool = False) -> str:
    """A figure of a measure or of one of its readings, with its unit, as it is or was."""
    spot = difference.before if before else difference.after
    value = getattr(spot.part, field, None) if spot else None
    metric = _metric(spot, sight.was if before else sight.now)
    if value is None:
        return "none"
    if metric is None or field == "n":
        return f"{value:,g}" if isinstance(value, int | float) else str(value)
    return figures.say(metric, value, sight.currency)


def aims_for_more(difference: Difference, sight: Sight) -> bool:
    """Whether a target is harder to reach than it was; no where that cannot be said."""
    before, after = (spot.part if spot else None for spot in (difference.before, difference.after))
    if not isinstance(before, Metric) or not isinstance(after, Metric):
        return False
    if before.target is None or after.target is None:
        return False
    return figures.is_better(after, after.target, before.target, sight.calendar) or False


def _metric(spot: Spot | None, facts: Facts) -> Metric | None:
    if spot is None or isinstance(spot.part, Metric):
        return spot.part if spot and isinstance(spot.part, Metric) else None
    return facts.workspace.metrics.get(spot.item.removeprefix("metric:"))
