"""When something is due, in words, and what became of that."""

from collections.abc import Hashable

from cxmap.diff.difference import Difference, Spot
from cxmap.diff.promise import Turn, duration, shorter, turn
from cxmap.diff.sight import Sight, timeline
from cxmap.facts import Facts
from cxmap.model.when import When
from cxmap.timing.words import is_vague


def due(difference: Difference, sight: Sight) -> tuple[str, str]:
    """When it is due now, and when it was."""
    now = _said(difference, difference.after, difference.now, sight.now)
    was = _said(difference, difference.before, difference.was, sight.was)
    return f"{_BEGINS.get(difference.field, 'due')} {now}", was


def what_became(difference: Difference, sight: Sight) -> Turn | None:
    """What became of a promise; None where there was none or there is none."""
    if difference.was is None:
        return Turn.UNCLEAR if is_no_promise(difference.now) else None
    if difference.now is None:
        return None
    one, other = duration(difference.was), duration(difference.now)
    if one is not None and other is not None:
        return shorter(one, other, sight.calendar)
    return turn(difference.was, difference.now, sight.calendar)


def is_no_promise(meaning: Hashable) -> bool:
    """Whether words say nothing that could be late, such as "soon"."""
    return isinstance(meaning, str) and is_vague(meaning)


_BEGINS = {"every": "every", "respond.within": "unhappy customers are answered within"}


def _said(difference: Difference, spot: Spot | None, meaning: Hashable, facts: Facts) -> str:
    if difference.field == "when":
        when = getattr(spot.part, "when", None) if spot else None
        return timeline(
            when if isinstance(when, When) else None, facts, spot.journey if spot else None
        )
    length = duration(meaning)
    return str(length) if length else "no set time"
