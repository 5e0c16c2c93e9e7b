"""Words that sentences on pages are made of: counts, dates, periods, feelings."""

from datetime import date

from cxmap.facts import period_start

_SPELLED = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FEELINGS = {-2: "Frustrated", -1: "Annoyed", 0: "Neutral", 1: "Pleased", 2: "Delighted"}
"""The words of the emotion scale."""


def spelled(number: int) -> str:
    """A number in prose: in letters up to twelve, `no` for none, in digits beyond."""
    return _SPELLED[number] if number < len(_SPELLED) else f"{number:,}"


def many(number: int, one: str, more: str = "") -> str:
    """A count in prose: "one stage", "five stages", "18 touchpoints"."""
    return f"{spelled(number)} {one if number == 1 else more or f'{one}s'}"


def times(number: int) -> str:
    """How often: once, twice, three times."""
    return {1: "once", 2: "twice"}.get(number) or f"{spelled(number)} times"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def long_date(day: date) -> str:
    """A day in full: 2 October 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day for a table: 2 Oct 2026."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def period(text: str) -> str:
    """A period as it is read: September 2026, Q3 2026, week 38 of 2026, 2 Oct 2026, 2026."""
    rest = text[5:]
    if not rest:
        return text
    if rest.startswith("W"):
        return f"week {int(rest[1:])} of {text[:4]}"
    if rest.startswith("Q"):
        return f"{rest} {text[:4]}"
    first = period_start(text)
    return short_date(first) if "-" in rest else f"{_MONTHS[first.month - 1]} {first.year}"


def feeling(value: float) -> str:
    """The word for a rating, the nearest where it lies between two."""
    away = int(abs(value) + 0.5)
    return FEELINGS[away if value > 0 else -away]


def months(first: str, last: str) -> str:
    """From one month to another: April to October 2026; nothing where none is said."""
    ends = list(dict.fromkeys(filter(None, (first, last))))
    both = len(ends) == 2 and all(end[5:].isdigit() for end in ends)
    if both and ends[0][:4] == ends[1][:4]:
        return f"{period(ends[0]).partition(' ')[0]} to {period(ends[1])}"
    return " to ".join(map(period, ends))
