"""The kinds of answer a field takes, read from the text that was written."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator

from cxmap.model.refused import bad_value, not_text
from cxmap.source.parse import Raw
from cxmap.timing.duration import Duration, parse_duration, parse_span
from cxmap.timing.duration import Span as Range
from cxmap.words import cut, is_id, slug


class Percent(float):
    """A share written with its sign, `80%`."""

    __slots__ = ()


def _text(raw: Raw) -> str:
    if not isinstance(raw, str):
        raise not_text(raw)
    return raw


def _id(raw: Raw) -> str:
    text = _text(raw)
    if not is_id(text):
        better = slug(text)
        label = f"write `{better}`" if better else ""
        hint = "an id has lower-case letters, digits and hyphens only"
        raise bad_value(f"`{cut(text)}` is not an id", label=label, hint=hint, better=better)
    return text


_NUMBER = re.compile(r"[+\-−–]?(\d{1,15}(\.\d{0,9})?|\.\d{1,9})$")


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

    def __call__(self, raw: Raw) -> int:
        """The number that was written."""
        text = _text(raw)
        number = read_number(text)
        if number is None or not number.is_integer() or not self.low <= number <= self.high:
            low = str(self.low).replace("-", "−")
            raise bad_value(
                f"`{cut(text)}` is not a whole number from {low} to {self.high}",
                hint=f"write a number from {low} to {self.high}",
            )
        return int(number)


_YES = frozenset({"true", "yes", "y", "on"})
_NO = frozenset({"false", "no", "n", "off"})


def _yes_no(raw: Raw) -> bool:
    text = _text(raw).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise bad_value(f"`{cut(text)}` is neither yes nor no", hint="write `true` or `false`")


def _date(raw: Raw) -> date:
    text = _text(raw)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise bad_value(
        f"`{cut(text)}` is not a date", hint="write it as year-month-day, such as 2026-10-01"
    )


def _duration(raw: Raw) -> Duration:
    try:
        return parse_duration(_text(raw))
    except ValueError as error:
        raise bad_value(str(error), hint="a number and a unit, such as `2 business days`") from None


def _range(raw: Raw) -> Range:
    try:
        return parse_span(_text(raw))
    except ValueError as error:
        raise bad_value(str(error), hint="such as `4 days` or `3 to 6 days`") from None


def read_figure(raw: Raw) -> float | Duration:
    """A number, a share such as `80%`, or a duration."""
    text = _text(raw).strip()
    number = read_number(text.removesuffix("%"))
    if number is not None:
        return Percent(number) if text.endswith("%") else number
    try:
        return parse_duration(text)
    except ValueError:
        hint = "write a number, a share such as `80%`, or a duration such as `4 hours`"
        raise bad_value(f"`{cut(text)}` is not a figure", hint=hint) from None


_PERIOD = re.compile(
    r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-\d{2})?|-Q[1-4]|-W(?P<week>0[1-9]|[1-4]\d|5[0-3]))?$"
)


def _period(raw: Raw) -> str:
    text = _text(raw)
    if _PERIOD.match(text):
        try:
            if len(text) == len("2026-09-30"):
                date.fromisoformat(text)
            elif "W" in text:
                date.fromisocalendar(int(text[:4]), int(text[-2:]), 1)
        except ValueError:
            pass
        else:
            return text
    hint = "a day, 2026-W38, 2026-09, 2026-Q3 or 2026"
    raise bad_value(f"`{cut(text)}` is not a period", hint=hint)


def _link(raw: Raw) -> str:
    text = _text(raw)
    if not re.match(r"(https?|mailto):", text, re.IGNORECASE):
        raise bad_value(
            f"`{cut(text)}` is not a link", hint="a link begins with https://, http:// or mailto:"
        )
    return text


Text = str
Id = Annotated[str, PlainValidator(_id)]
YesNo = Annotated[bool, PlainValidator(_yes_no)]
Day = Annotated[date, PlainValidator(_date)]
Lasting = Annotated[Duration, PlainValidator(_duration)]
LastingRange = Annotated[Range, PlainValidator(_range)]
Figure = Annotated[float | Duration, PlainValidator(read_figure)]
Period = Annotated[str, PlainValidator(_period)]
Link = Annotated[str, PlainValidator(_link)]


Note = str
"""Markdown, shown in reports."""

BasedOn = Literal["assumption", "staff", "customers", "data"]
"""Where emotions and pains come from, the weakest first."""


def said(description: str, key: str | None = None) -> Any:  # noqa: ANN401 (as pydantic's own)
    """An optional field: the words an editor shows for it, and its key where that is another."""
    return Field(None, description=description, alias=key)


def listed(description: str, key: str | None = None) -> Any:  # noqa: ANN401 (as pydantic's own)
    """An optional list with the words an editor shows for it."""
    return Field((), description=description, alias=key)


def needed(description: str, key: str | None = None) -> Any:  # noqa: ANN401 (as pydantic's own)
    """A required field: the words an editor shows for it, and its key where that is another."""
    return Field(description=description, alias=key)
