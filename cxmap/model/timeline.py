"""A timeline said in words, the same on every page and in every message."""

from collections.abc import Callable

from cxmap.model.when import When
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit
from cxmap.words import is_id

_TENS = 10
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def event_in_words(event: str) -> str:
    """An event as it is read: an id loses its hyphens, `contract-signed` is "contract signed"."""
    return event.replace("-", " ") if is_id(event) else event


def say(when: When, called: Callable[[str], str] = event_in_words) -> str:
    """A timeline as a line that begins with a capital and has no full stop.

    Args:
        when: the timeline; words stay as they were written.
        called: what to call an event or touchpoint that it hangs on.

    Returns:
        such as "Within 1 business day after contract signed". What it really `takes` and the
        words of its `note` are no part of it.
    """
    if when.words is not None:
        return _capital(when.words)
    return _capital(_form(when, called))


def ordinal(number: int) -> str:
    """A number as a place in a row: 1st, 2nd, 3rd, 11th, 100th."""
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % _TENS, "th")
    return f"{number:,}{ending}"


def _form(when: When, called: Callable[[str], str]) -> str:
    if when.every is not None:
        return f"every {_once(when.every)}"
    event = called(when.event) if when.event else ""
    if when.at_ is not None:
        return _at(when, event)
    if when.after is not None:
        if when.within is not None:
            return _limit(when.within, "after", event)
        return f"{when.in_} after {event}" if when.in_ is not None else f"after {event}"
    if when.before is not None:
        return f"{when.by} before {event}" if when.by is not None else f"before {event}"
    return _limit(when.within) if when.within is not None else ""


def _at(when: When, event: str) -> str:
    if when.nth is not None:
        event = f"the {ordinal(when.nth)} {event}"
        if when.per is not None:
            event += f" within {when.per}"
    if when.within is None:
        return f"at {event}"
    return _limit(when.within, "of", event)


def _limit(within: Duration, link: str = "", event: str = "") -> str:
    if within.unit is Unit.SAME_DAY:
        return f"the same day as {event}" if event else "the same day"
    return f"within {within} {link} {event}".rstrip()


def _once(every: Duration) -> str:
    """One of a unit needs no number: every month."""
    return every.unit.value if every.amount == 1 else str(every)


def _capital(text: str) -> str:
    """The first letter as a capital, where that changes one letter into one."""
    first = text[:1].upper()
    return first + text[1:] if len(first) == 1 else text
