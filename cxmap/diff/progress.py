"""How far an action is."""

from datetime import date

from cxmap.diff.difference import Difference

_STEPS = ("dropped", "proposed", "approved", "in-progress", "live", "verified")


def progress(status: object) -> int:
    """How far an action is, by its status: the further, the more."""
    return _STEPS.index(str(status)) if status in _STEPS else 0


def is_sooner(difference: Difference) -> bool:
    """Whether a date is sooner than it was, or there is one where there was none."""
    was, now = difference.was, difference.now
    if not isinstance(now, date):
        return False
    return not isinstance(was, date) or now < was


def on(day: object) -> str:
    """A date in a sentence."""
    return f"on {day.isoformat()}" if isinstance(day, date) else "at no set time"
