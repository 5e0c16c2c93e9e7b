"""A calendar out of what people write in `cxmap.yaml`, with a message for every slip."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from cxmap.timing.calendar import Calendar
from cxmap.timing.deadline import time_zone
from cxmap.words import did_you_mean, listed

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?|24(?::00)?")


def make_calendar(
    *,
    weekend: Iterable[str] = ("sat", "sun"),
    holidays: Iterable[date] = (),
    country: str = "",
    subdivision: str = "",
    hours: Sequence[str] = ("09:00", "17:00"),
    timezone: str = "UTC",
) -> Calendar:
    """Build a calendar from the settings as written; an empty weekend means every day is worked.

    Raises:
        ValueError: one of them means nothing; the text is a message for the person who wrote it.
    """
    if len(hours) != len(("opens", "closes")):
        message = 'business hours are two times: write them like `["09:00", "17:00"]`'
        raise ValueError(message)
    country, subdivision = _place(country, subdivision)
    return Calendar(
        weekend=frozenset(weekday(day) for day in weekend),
        holidays=frozenset(holidays),
        country=country,
        subdivision=subdivision,
        opens=clock(hours[0]),
        closes=clock(hours[1]),
        timezone=str(time_zone(timezone)),
    )


def weekday(text: str) -> int:
    """The number of a day of the week, Monday is 0: `sat` and `Saturday` are 5.

    Raises:
        ValueError: it is none; the text is a message for the person who wrote it.
    """
    folded = text.strip().lower()
    for number, name in enumerate(_WEEKDAYS):
        if folded in {name, name[:3]}:
            return number
    short = [name[:3] for name in _WEEKDAYS]
    guess = did_you_mean(folded, _WEEKDAYS) or f", choose from {listed(short)}"
    message = f"`{text}` is no day of the week{guess}"
    raise ValueError(message)


def clock(text: str) -> int:
    """A time of day in minutes after midnight: `9:30` is 570, `24:00` the end of the day.

    Raises:
        ValueError: it is none; the text is a message for the person who wrote it.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        message = f"`{text}` is no time of day: write it like `09:00`"
        raise ValueError(message)
    hour, minute = found.groups(default="0")
    return int(hour) * 60 + int(minute) if found[1] else 24 * 60


def _place(country: str, subdivision: str) -> tuple[str, str]:
    if not country:
        if subdivision:
            message = f"subdivision `{subdivision}` needs its `country`"
            raise ValueError(message)
        return "", ""
    from cxmap.timing import countries

    code = countries.country_code(country)
    return code, countries.subdivision_code(code, subdivision) if subdivision else ""
