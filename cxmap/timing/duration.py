"""Durations as people write them: `24h`, `1.5 days`, `two working days`, `3 to 6 days`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from cxmap.timing.units import MOST, MULTIPLES, NUMBERS, UNITS, Unit
from cxmap.words import did_you_mean


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of a unit, as written: two weeks are not turned into 14 days.

    The amount is a decimal, so that `1.1 hours` stays 1.1, prints as written and counts exactly;
    it is 1 for `same day`.
    """

    amount: Decimal
    unit: Unit

    def __str__(self) -> str:
        """The canonical words, such as `2 business days`; `parse_duration` reads them back."""
        if self.unit is Unit.SAME_DAY:
            return "same day"
        return f"{self.amount:f} {self.unit.value}{'' if self.amount == 1 else 's'}"

    @property
    def sort(self) -> Unit:
        """The smallest unit this one is an exact multiple of: minutes for weeks, months for years.

        Two durations of one sort compare by their `size` alone; others need a calendar.
        """
        return MULTIPLES.get(self.unit, (self.unit, 1))[0]

    @property
    def size(self) -> Decimal:
        """The amount counted in `sort`."""
        return self.amount * MULTIPLES.get(self.unit, (self.unit, 1))[1]


@dataclass(frozen=True, slots=True)
class Span:
    """From the shortest to the longest that something takes; both are equal where one is known."""

    low: Duration
    high: Duration

    def __str__(self) -> str:
        """The canonical words, such as `3 to 6 days`; `parse_span` reads them back."""
        if self.low == self.high:
            return str(self.high)
        low = f"{self.low.amount:f}" if self.low.unit is self.high.unit else str(self.low)
        return f"{low} to {self.high}"


_EXAMPLE = "write a number and a unit, such as `2 business days`"
_LONGEST = 80  # characters; no duration has more, and a message should not either
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9.,e])")
_TO = re.compile(r" ?[-\u2013\u2014] ?| to ")
_REASONS = (
    (r"[-\u2212] ?[0-9]", "is less than nothing: write it without the minus sign"),
    (
        r"[0-9]+,[0-9]",
        "has a comma in its number: write `1.5` with a point and `1000` with nothing",
    ),
    (r"[0-9]{10}", "is more than a hundred years"),
    (
        r"(?:a )?(?:few|couple|several|some|many)\b",
        "does not say how many: write a number, such as `3 days`",
    ),
    (
        r"(?:[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half)\b",
        "is hard to count with: write the number in digits, such as `0.5 hours` or `20 days`",
    ),
)


@lru_cache(maxsize=16_384)
def parse_duration(text: str) -> Duration:
    """Read one duration, such as `24h`, `1.5 days`, `two working days` or `same day`.

    Raises:
        ValueError: it is none; the text is a message for the person who wrote it.
    """
    plain = _plain(text)
    if plain in {"same day", "same-day", "the same day"}:
        return Duration(Decimal(1), Unit.SAME_DAY)
    number, unit = _number(plain)
    if number is None or unit not in UNITS:
        raise ValueError(_why_not(plain, None if number is None else unit))
    return _believable(number, UNITS[unit], plain)


@lru_cache(maxsize=4_096)
def parse_span(text: str) -> Span:
    """Read one duration or a range: `3 days`, `3 to 6 days`, `3-6 days`, `1 hour to 2 days`.

    Raises:
        ValueError: it is neither; the text is a message for the person who wrote it.
    """
    plain = _plain(text)
    if plain.startswith("between "):
        plain = plain.removeprefix("between ").replace(" and ", " to ")
    first, *more = _TO.split(plain)
    if not first or len(more) != 1 or not more[0] or plain == "same-day":
        only = parse_duration(text)
        return Span(only, only)
    high = parse_duration(more[0])
    number, unit = _number(first)
    if number is None or unit or high.unit is Unit.SAME_DAY:
        low = parse_duration(first)
    else:
        low = _believable(number, high.unit, plain)
    if low.sort is high.sort and low.size > high.size:
        message = f"`{plain}` runs backwards: write the shorter time first"
        raise ValueError(message)
    return Span(low, high)


def _plain(text: str) -> str:
    # `split` also takes the non-breaking spaces that text from a word processor is full of.
    plain = " ".join(text.split()).lower()
    if not plain:
        message = f"a duration is missing: {_EXAMPLE}"
        raise ValueError(message)
    if len(plain) > _LONGEST:
        message = f"`{plain[:20]}…` is too long for a duration: {_EXAMPLE}"
        raise ValueError(message)
    return plain


def _number(plain: str) -> tuple[Decimal | None, str]:
    """Part a number, in digits or in words, from what follows it."""
    if digits := _NUMBER.match(plain):
        return Decimal(digits[0]), plain[digits.end() :].lstrip()
    word, _, rest = plain.partition(" ")
    return NUMBERS.get(word), rest


def _believable(number: Decimal, unit: Unit, plain: str) -> Duration:
    # Normalised, so that `1.50 days` and `1.5 days` print alike; adding 0 undoes `2E+1`.
    duration = Duration(number.normalize() + 0, unit)
    if duration.size > MOST[duration.sort]:
        message = f"`{plain}` is more than a hundred years"
        raise ValueError(message)
    return duration


def _why_not(plain: str, unit: str | None) -> str:
    """Say what is wrong with `plain`; `unit` is what follows its number, None without a number."""
    for pattern, reason in _REASONS:
        if re.match(pattern, plain):
            return f"`{plain}` {reason}"
    if unit is not None:
        return _why_no_unit(plain, unit)
    if plain in UNITS:
        example = Duration(Decimal(2), UNITS[plain])
        return f"`{plain}` does not say how many: write a number, such as `{example}`"
    return f"`{plain}` is no duration: {_EXAMPLE}"


def _why_no_unit(plain: str, unit: str) -> str:
    if not unit:
        return f"`{plain}` has no unit: write `{plain} minutes`, `{plain} business days` or so"
    if unit == "m":
        number = plain.removesuffix("m").rstrip()
        return f"`{plain}` could be minutes or months: write `{number} min` or `{number} months`"
    if re.search(r"\b(?:to|and) |^[-\u2013\u2014]|[0-9]", unit):
        return f"`{plain}` is more than one time: write one number and one unit, such as `6 days`"
    # Plurals first: `dayz` is as near to `day` as to `days`, and a tie would say nothing.
    words = [unit.value for unit in Unit]
    guess = did_you_mean(unit, [f"{word}s" for word in words]) or did_you_mean(unit, words)
    return f"`{plain}`: `{unit}` is no unit of time{guess}"
