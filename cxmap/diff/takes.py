"""How long something really takes, in words, and what became of that."""

from cxmap.diff.difference import Difference, Spot
from cxmap.diff.promise import Turn, duration, shorter
from cxmap.diff.sight import Sight
from cxmap.timing.duration import parse_span


def what_takes(difference: Difference, sight: Sight) -> Turn | None:
    """What became of the time that it takes, at worst and then at best; None without both."""
    was, now = difference.was, difference.now
    if not isinstance(was, tuple) or not isinstance(now, tuple):
        return None
    for one, other in zip(reversed(was), reversed(now), strict=True):
        old, new = duration(one), duration(other)
        found = shorter(old, new, sight.calendar) if old and new else Turn.UNCLEAR
        if found is not Turn.SAME:
            return found
    return Turn.SAME


def what_lasts(difference: Difference, sight: Sight) -> Turn | None:
    """What became of how long a stage lasts, in words; None where the words are no time."""
    if not isinstance(difference.was, str) or not isinstance(difference.now, str):
        return None
    try:
        was, now = parse_span(difference.was), parse_span(difference.now)
    except ValueError:
        return None
    for one, other in ((was.high, now.high), (was.low, now.low)):
        found = shorter(one, other, sight.calendar)
        if found is not Turn.SAME:
            return found
    return Turn.SAME


def really_takes(difference: Difference) -> tuple[str, str]:
    """How long it takes now, and how long it did."""
    return f"really takes {_takes(difference.after)}", _takes(difference.before)


def _takes(spot: Spot | None) -> str:
    when = getattr(spot.part, "when", None) if spot else None
    return str(when.takes) if when and when.takes else "nobody says how long"
