"""Numbers as people write them: `5`, `−1`, `80%`, and times."""

import re
from typing import Annotated

from pydantic import PlainValidator

from cxmap.model.refused import bad_value, need_text
from cxmap.model.takes import Takes
from cxmap.source.packed import Raw
from cxmap.timing.duration import Duration, parse_duration
from cxmap.words import cut


class Percent(float):
    """A share written with its sign, `80%`."""

    __slots__ = ()


_NUMBER = re.compile(r"[+\-−–]?(\d{1,15}(\.\d{0,9})?|\.\d{1,9})$")
NUMBER_AS_TEXT = rf"^\s*{_NUMBER.pattern.removesuffix('$')}\s*$"
"""A pattern for JSON Schema: a number between quotes, or one with a typographic minus sign."""


def read_number(text: str) -> float | None:
    """The number a text writes, with `.` for decimals and any minus sign, or None."""
    plain = text.strip()
    if not _NUMBER.match(plain):
        return None
    return float(plain.replace("−", "-").replace("–", "-"))


class Whole:
    """Marks a whole number between two bounds, both included."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    @property
    def takes(self) -> Takes:
        """The same in words and in JSON Schema."""
        words = f"a whole number from {self.low} to {self.high:,}".replace("-", "−")
        text = {"type": "string", "pattern": NUMBER_AS_TEXT}
        if self.high - self.low < 10:  # few enough to choose from
            return Takes(words, {"anyOf": [{"enum": [*range(self.low, self.high + 1)]}, text]})
        bounds = {"minimum": self.low, "maximum": self.high}
        return Takes(words, text | bounds | {"type": ["integer", "string"]})

    def __call__(self, raw: Raw) -> int:
        """The number that was written."""
        text = need_text(raw)
        number = read_number(text)
        if number is None or not number.is_integer() or not self.low <= number <= self.high:
            low = str(self.low).replace("-", "−")
            raise bad_value(
                f"`{cut(text)}` is not a whole number from {low} to {self.high}",
                hint=f"write a number from {low} to {self.high}",
            )
        return int(number)


def read_figure(raw: Raw) -> float | Duration:
    """A number, a share such as `80%`, or a duration."""
    text = need_text(raw).strip()
    number = read_number(text.removesuffix("%"))
    if number is not None:
        return Percent(number) if text.endswith("%") else number
    try:
        return parse_duration(text)
    except ValueError:
        hint = "write a number, a share such as `80%`, or a duration such as `4 hours`"
        raise bad_value(f"`{cut(text)}` is not a figure", hint=hint) from None


Figure = Annotated[
    float | Duration,
    PlainValidator(read_figure),
    Takes("a number, a share such as `80%`, or a duration", {"type": ["number", "string"]}),
]
