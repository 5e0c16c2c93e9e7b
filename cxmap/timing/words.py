"""Timelines in words: what they plainly say, whether they say too little, and what stands in."""

import re
from collections.abc import Callable
from functools import lru_cache

from cxmap.timing.duration import parse_span
from cxmap.timing.moments import is_moment
from cxmap.timing.phrases import (
    Said,
    begins_with_a_count,
    counted_event,
    mentions_time,
    plain_event,
    take_time,
    whole_time,
)
from cxmap.timing.units import NUMBERS

_LONGEST = 200  # characters; a timeline that needs more is a story, and stays words

_RHYTHMS = {
    "hourly": "1 hour",
    "daily": "1 day",
    "weekly": "1 week",
    "fortnightly": "2 weeks",
    "monthly": "1 month",
    "quarterly": "3 months",
    "half-yearly": "6 months",
    "yearly": "1 year",
    "annually": "1 year",
}
_TURNS = {"quarter": "3 months", "half year": "6 months", "half-year": "6 months"}


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_TAKES = _pattern(r"(.+)[,;] (?:but )?(?:really |actually )?takes (.+?)(?: today)?")
_WITHIN = _pattern(r"(?P<event>.+?)(?P<comma>,?) within (?P<time>.+)")
_AFTER = _pattern(r"(?:after|following|from) (.+)")
_OF_OR_AFTER = _pattern(r"(?:of|after|following|from) (.+)")
_BEFORE = _pattern(r"(?:before|prior to|ahead of|in advance of|out from) (.+)")
_SAME_DAY = _pattern(r"(?:on )?(?:the )?same[ -]day(?: as (.+))?")
_FIGURES = _pattern(r"(?:the )?[0-9]")
_LIMIT = _pattern(
    r"(?P<either>(?:no|not) later than|at the latest)|(?P<most>at most|(?:no|not) more than)"
    r"|(?P<least>at least|(?:no|not) less than|by)(?= )"
)


def read_words(text: str) -> Said | None:
    """The mapping that words plainly say, or None where they may say anything else.

    "Within 2 business days of the kick-off call" is `{after: kick-off call, within: 2 business
    days}`. Times are in canonical words, events as written without their article.
    """
    if len(text) > _LONGEST:
        return None
    items = _read_once(text)
    return dict(items) if items else None


@lru_cache(maxsize=65_536)
def _read_once(text: str) -> tuple[tuple[str, str | int], ...]:
    said = _read(" ".join(text.split()).rstrip(" ."))
    return tuple(said.items()) if said else ()


def _read(plain: str) -> Said | None:
    if found := _TAKES.fullmatch(plain):
        return _with_takes(_read(found[1]), found[2])
    first = plain.partition(" ")[0].lower()
    if first in _RHYTHMS:
        return {"every": _RHYTHMS[first]} if len(first) == len(plain) else None
    if reader := _READERS.get(first):
        return reader(plain)
    return _counted_from(plain) if first in NUMBERS or first[:1].isdigit() else None


def _with_takes(said: Said | None, span: str) -> Said | None:
    try:
        return {**said, "takes": str(parse_span(span))} if said else None
    except ValueError:
        return None


def _counted_from(plain: str) -> Said | None:
    """Read "2 days after signing", "30 days before renewal" and "100th order"."""
    taken = take_time(plain)
    if not taken:
        return counted_event(plain)
    time, rest = taken
    return _beside(_AFTER, rest, "after", {"in": time}) or _before(rest, time)


def _beside(link: re.Pattern[str], rest: str, key: str, more: Said) -> Said | None:
    found = link.fullmatch(rest)
    event = plain_event(found[1]) if found else None
    return {key: event, **more} if event else None


def _before(rest: str, time: str) -> Said | None:
    return _beside(_BEFORE, rest, "before", {"by": time})


def _limit(plain: str) -> Said | None:
    """Read "no later than 2 days after signing" and "at least 30 days before renewal"."""
    found = _LIMIT.match(plain)
    taken = take_time(plain[found.end() :].lstrip()) if found else None
    if not found or not taken:
        return None
    time, rest = taken
    # "At most 3 days before" and "at least 3 days after" limit the other end: no key says so.
    said = None if found["least"] else _beside(_AFTER, rest, "after", {"within": time})
    return said or (None if found["most"] else _before(rest, time))


def _within(plain: str) -> Said | None:
    """Read "within 3 minutes" and "within 2 days of signing"."""
    rest = plain.partition(" ")[2]
    if _SAME_DAY.fullmatch(rest):
        return _same_day(rest)
    taken = take_time(rest)
    if not taken or not taken[1]:
        return {"within": taken[0]} if taken else None
    time, rest = taken
    found = _OF_OR_AFTER.fullmatch(rest)
    counted = counted_event(found[1]) if found else None
    # Without figures or a period, "the second call" may well be a touchpoint of that name.
    if counted and found and ("per" in counted or _FIGURES.match(found[1])):
        return {**counted, "within": time}
    return _beside(_OF_OR_AFTER, rest, "after", {"within": time})


def _answered(plain: str) -> Said | None:
    rest = plain.partition(" ")[2]
    return _within(rest) if rest.lower().startswith("within ") else None


def _same_day(plain: str) -> Said | None:
    found = _SAME_DAY.fullmatch(plain)
    if not found:
        return None
    if not found[1]:
        return {"within": "same day"}
    event = plain_event(found[1])
    return {"after": event, "within": "same day"} if event else None


def _the(plain: str) -> Said | None:
    return _same_day(plain) or counted_event(plain)


def _after(plain: str) -> Said | None:
    """Read "after signing" and "after signing, within 2 days"."""
    event, more = _event_and_limit(plain.partition(" ")[2])
    name = plain_event(event)
    return {"after": name, **more} if name else None


def _before_alone(plain: str) -> Said | None:
    event = plain_event(plain.partition(" ")[2])
    return {"before": event} if event else None


def _moment(plain: str) -> Said | None:
    """Read "upon signing, within 1 day", "at the 100th order" and "with the first order"."""
    if said := _limit(plain) or _same_day(plain):
        return said
    word, _, rest = plain.partition(" ")
    if counted := counted_event(rest):
        return counted
    event, more = _event_and_limit(rest)
    if counted := counted_event(event):
        return counted | more
    name = plain_event(event)
    return {"at": name, **more} if name and is_moment(word.lower(), name) else None


def _event_and_limit(rest: str) -> tuple[str, Said]:
    found = _WITHIN.fullmatch(rest)
    if not found:
        return rest, {}
    time = "same day" if _SAME_DAY.fullmatch(found["time"]) else whole_time(found["time"])
    # "After the third call within a month": does the month limit the calls or the answer?
    if not time or (not found["comma"] and begins_with_a_count(found["event"])):
        return "", {}
    return found["event"], {"within": time}


def _every(plain: str) -> Said | None:
    """Read "every 3 months", "each quarter", "every other week" and "once a month"."""
    first, *words = plain.lower().split()
    if first == "once":
        first, *words = words or [""]
        if first not in {"a", "an", "per", "every", "each"}:
            return None
    rest = " ".join(words)
    if rest.startswith("other "):
        rest = rest.replace("other", "two", 1)
    single = None if rest.endswith("s") else whole_time(f"a {rest}")
    time = _TURNS.get(rest) or single or whole_time(rest)
    return {"every": time} if time else None


_READERS: dict[str, Callable[[str], Said | None]] = {
    "within": _within,
    **dict.fromkeys(("answer", "answered", "replied", "reply", "response"), _answered),
    "after": _after,
    "before": _before_alone,
    **dict.fromkeys(("at", "on", "upon", "with"), _moment),
    **dict.fromkeys(("no", "not", "by"), _limit),
    **dict.fromkeys(("every", "each", "once"), _every),
    **dict.fromkeys(("same", "same-day"), _same_day),
    "the": _the,
}

_VAGUE = (
    r"\b(?:asap|a\.s\.a\.p|(?<!as )soon(?! as)|shortly|promptly|quickly|swiftly|eventually|timely"
    r"|as (?:soon|quickly|fast|early|promptly) as (?:possible|practicable|convenient|\w+ can)"
    r"|(?:when|whenever|where|if|as) (?:possible|convenient|needed|necessary|required|appropriate"
    r"|available|ready)|when(?:ever)? (?:\w+ can|time (?:allows|permits))|time permitting"
    r"|in due (?:course|time)|in good time|in (?:the )?(?:near )?future|before long|in a while"
    r"|after a while|at some (?:point|stage|time)|some ?time|some ?day|at a later \w+|later on"
    r"|from time to time|now and (?:then|again)|occasionally|sometimes|often|frequently|regularly"
    r"|periodically|at (?:the |y?our |their )?(?:first|next|earliest)? ?(?:opportunity|chance"
    r"|convenience))\b|^(?:much |a (?:bit|little) )?later$"
)
_PLACEHOLDERS = frozenset({"todo", "tbc", "tbd", "n/a"})
_AROUND = " \t\n\r\xa0()[]{}<>.:!"
_LONGEST_PLACEHOLDER = 20


@lru_cache(maxsize=16_384)
def is_vague(text: str) -> bool:
    """Tell whether words promise nothing that could be late, such as "soon" or "when possible".

    Words that also name a time ("promptly, within 2 days") do; so do "at any time" and "on
    request", where the customer chooses, and "immediately", which leaves no room.
    """
    plain = " ".join(text[:_LONGEST].split()).strip(" .!")
    return (
        re.search(_VAGUE, plain, re.IGNORECASE) is not None
        and not mentions_time(plain)
        and not read_words(plain)
    )


def is_placeholder(text: str) -> bool:
    """Tell whether a text stands in for an answer nobody has: `?`, TODO, TBC, TBD or n/a."""
    return len(text) <= _LONGEST_PLACEHOLDER and _is_placeholder(text)


@lru_cache(maxsize=16_384)  # every short text, such as a team, is asked about by several rules
def _is_placeholder(text: str) -> bool:
    bare = text.strip(_AROUND).lower()
    return bare.rstrip("? ") in _PLACEHOLDERS or (bare != "" and not bare.strip("?\uff1f "))
