"""The units of time, how people write them, and how many of each are still believable."""

from decimal import Decimal
from enum import Enum


class Unit(Enum):
    """What a duration is counted in; the value is the word to print for one of it."""

    MINUTE = "minute"
    HOUR = "hour"
    BUSINESS_HOUR = "business hour"
    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SAME_DAY = "same day"


MULTIPLES = {
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.DAY: (Unit.MINUTE, 24 * 60),
    Unit.WEEK: (Unit.MINUTE, 7 * 24 * 60),
    Unit.YEAR: (Unit.MONTH, 12),
}
"""The units that are an exact number of a smaller one."""

MOST = {
    Unit.MINUTE: 36_525 * 24 * 60,
    Unit.BUSINESS_HOUR: 36_525 * 24,
    Unit.BUSINESS_DAY: 36_525,
    Unit.MONTH: 1_200,
}
"""A hundred years of each: a slip of the finger is caught, and every count of days stays small."""

_SHORT = {
    Unit.MINUTE: ("min", "mins"),
    Unit.HOUR: ("h", "hr", "hrs"),
    Unit.DAY: ("d", "calendar day", "calendar days"),
    Unit.BUSINESS_DAY: ("workday", "workdays"),
    Unit.WEEK: ("w", "wk", "wks"),
    Unit.YEAR: ("y", "yr", "yrs"),
}


def _names() -> dict[str, Unit]:
    names: dict[str, Unit] = {}
    for unit in Unit:
        if unit is not Unit.SAME_DAY:
            for kind in ("business", "working", "work"):
                word = unit.value.replace("business", kind)
                names |= {word: unit, f"{word}s": unit}
            names |= dict.fromkeys(_SHORT.get(unit, ()), unit)
    return names


UNITS = _names()
"""Every way to write a unit, in lower case. A bare `m` is none: minutes or months?"""

_WORDS = (
    "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMBERS = {
    "a": Decimal(1),
    "an": Decimal(1),
    **{word: Decimal(number) for number, word in enumerate(_WORDS, start=1)},
}
"""The numbers that are read in words, in lower case; beyond twelve people write digits."""
