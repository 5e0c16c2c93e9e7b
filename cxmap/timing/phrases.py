"""The pieces that timelines in words are made of: a time, an event, a counted event.

Each piece is taken only where it can mean one thing. Words left as words lose nothing; words
misread would.
"""

import re
from itertools import pairwise

from cxmap.timing.duration import parse_duration
from cxmap.timing.units import NUMBERS, UNITS

Said = dict[str, str | int]
"""A timeline as a mapping, with the keys that `when` has in the files."""


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(text.split())


_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh",
    "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip

_SPELLS = words_of(
    "minute hour day workday weekday week weekend month quarter year while time moment morning "
    "afternoon evening night noon midday midnight lunch work today tomorrow yesterday now then "
    "delay monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december"
)
# Words for a time name no event: "after hours", "before May", "the third day of the month".
_TIMES = _SPELLS | {f"{word}s" for word in _SPELLS}
# These begin something other than an event: "of each month", "after that", "before any order".
_NO_BEGINNING = words_of(
    "of in at on to for by with from as so that this it them all any some no none few several "
    "many about around"
)
NOT_COUNTED = words_of(
    "half part phase stage step version edition round wave line level tier floor page screen "
    "party parties class hand person opinion choice option thing one"
)
"""Counted, and yet no moments that recur: "second half", "third party", "second line support"."""

# These and these marks show that a phrase says more than the name of one event.
_TANGLES = words_of(
    "within before after during until till every each then or and if unless but except excluding "
    "excluded including not when whenever while later earlier per between times plus latest least "
    "most at on upon only usually typically ideally normally preferably maybe sometimes always "
    "roughly q1 q2 q3 q4 - \u2013 \u2014"
)
_MARKS = re.compile(r"[,;:()\[\]{}/&+?!…|<>=]|\.\.")

_AMOUNT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)-? ?(?=[a-z])", re.IGNORECASE)
_NTH = re.compile(
    rf"(?:the )?(?:(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,2}}|[0-9]{{1,6}})(?:st|nd|rd|th)"
    rf"|(?P<word>{'|'.join(_ORDINALS)})) (?P<event>\S.*)",
    re.IGNORECASE,
)
_PER = re.compile(r"(?P<event>.+?) (?:within|in|per) (?P<time>.+)", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 10  # words of an event; more of them are a story
_LONGEST_COUNTED = 4


def take_time(text: str) -> tuple[str, str] | None:
    """Part a time at the beginning of `text` from what follows: ("2 days", "after signing").

    The time is in canonical words. "45- days", with a stray hyphen, is 45 days.
    """
    if found := _AMOUNT.match(text):
        amount, rest = found[1], text[found.end() :]
    else:
        amount, _, rest = text.partition(" ")
        if amount.lower() not in NUMBERS:
            return None
    words = rest.split(" ", 2)
    for length in (2, 1):  # "business days" before "days"
        unit = " ".join(words[:length])
        if unit.lower() in UNITS:
            return _canonical(f"{amount} {unit}", rest[len(unit) :].lstrip())
    return None


def _canonical(time: str, rest: str) -> tuple[str, str] | None:
    try:
        return str(parse_duration(time)), rest
    except ValueError:
        return None


def mentions_time(text: str) -> bool:
    """Tell whether a time that can be counted stands anywhere in `text`."""
    words = re.findall(r"[\w.]+", text)
    return any(take_time(" ".join(words[start : start + 3])) for start in range(len(words)))


def whole_time(text: str) -> str | None:
    """The canonical words of `text` where all of it is a time, such as "two weeks"."""
    taken = take_time(text)
    return taken[0] if taken and not taken[1] else None


def plain_event(text: str) -> str | None:
    """The name of the event that `text` is, without its article, where it is nothing else."""
    article, _, named = text.partition(" ")
    event = named if article.lower() in _ARTICLES else text
    words = event.lower().split()
    if not words or len(words) > _LONGEST or _MARKS.search(event):
        return None
    if not _TANGLES.isdisjoint(words) or words[0] in _NO_BEGINNING or words[-1] in _TIMES:
        return None
    # "Day 1" and "week 2" are times too, and so is what begins with a figure.
    numbered = any(one in _TIMES and two[0].isdigit() for one, two in pairwise(words))
    return None if numbered or not words[0][0].isalpha() else event


def counted_event(text: str) -> Said | None:
    """Read "the third contact within a month" as `{at: contact, nth: 3, per: 1 month}`."""
    found = _NTH.fullmatch(text)
    if not found:
        return None
    name, per = found["event"], None
    if span := _PER.fullmatch(name):
        name, per = span["event"], whole_time(span["time"])
        if per is None:
            return None
    event = plain_event(name)
    nth = int(found["digits"].replace(",", "")) if found["digits"] else _place_of(found["word"])
    if event is None or nth < 2 or event != name:
        return None
    words = event.lower().split()
    if len(words) > _LONGEST_COUNTED or words[0] in _TIMES or words[0] in NOT_COUNTED:
        return None
    said: Said = {"at": event, "nth": nth}
    return {**said, "per": per} if per else said


def begins_with_a_count(text: str) -> bool:
    """Tell whether `text` speaks of the second, third, … of something."""
    return _NTH.match(text) is not None


def _place_of(word: str) -> int:
    return _ORDINALS.index(word.lower()) + 2
