"""The kinds of answer a field takes, read from the text that was written."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator

from cxmap.model.refused import bad_value, need_text
from cxmap.model.takes import Takes, any_case
from cxmap.source.packed import Raw
from cxmap.timing.duration import Duration, parse_duration, parse_span
from cxmap.timing.duration import Span as Range
from cxmap.words import cut, is_id, slug

_ID_WORD = r"[^\s!-/:-@\[-`\{-~A-Z]+"  # patterns have no common way to say letters and digits


def _id(raw: Raw) -> str:
    text = need_text(raw)
    if not is_id(text):
        better = slug(text)
        label = f"write `{better}`" if better else ""
        hint = "an id has lower-case letters, digits and hyphens only"
        certain = bool(better) and re.sub(r"[\s_-]+", "-", text.strip().lower()) == better
        message = f"`{cut(text)}` is not an id"
        raise bad_value(message, label=label, hint=hint, better=better, certain=certain)
    return text


_YES = frozenset({"true", "yes", "y", "on"})
_NO = frozenset({"false", "no", "n", "off"})


def _yes_no(raw: Raw) -> bool:
    text = need_text(raw).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise bad_value(f"`{cut(text)}` is neither yes nor no", hint="write `true` or `false`")


def _date(raw: Raw) -> date:
    text = need_text(raw)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    hint = "write it as year-month-day, such as 2026-10-01"
    better = _year_first(text)
    label = f"write `{better}`" if better else ""
    message = f"`{cut(text)}` is not a date"
    raise bad_value(message, label=label, hint=hint, better=better, certain=True)


def _year_first(text: str) -> str:
    """The date that a text like `2026/10/1` means; none where day and month may be swapped."""
    found = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?", text)
    try:
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat() if found else ""
    except ValueError:
        return ""


def _duration(raw: Raw) -> Duration:
    try:
        return parse_duration(need_text(raw))
    except ValueError as error:
        raise bad_value(str(error), hint="a number and a unit, such as `2 business days`") from None


def _range(raw: Raw) -> Range:
    try:
        return parse_span(need_text(raw))
    except ValueError as error:
        raise bad_value(str(error), hint="such as `4 days` or `3 to 6 days`") from None


_PERIOD = re.compile(
    r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-\d{2})?|-Q[1-4]|-W(?P<week>0[1-9]|[1-4]\d|5[0-3]))?$"
)


def is_period(text: str) -> bool:
    """Whether a text is a day, 2026-W38, 2026-09, 2026-Q3 or 2026."""
    try:
        if len(text) == len("2026-09-30"):
            date.fromisoformat(text)
        elif "W" in text:
            date.fromisocalendar(int(text[:4]), int(text[-2:]), 1)
    except ValueError:
        return False
    return _PERIOD.match(text) is not None


def _period(raw: Raw) -> str:
    text = need_text(raw)
    if is_period(text):
        return text
    hint = "a day, 2026-W38, 2026-09, 2026-Q3 or 2026"
    raise bad_value(f"`{cut(text)}` is not a period", hint=hint)


def _link(raw: Raw) -> str:
    text = need_text(raw)
    if not re.match(r"(https?|mailto):", text, re.IGNORECASE):
        raise bad_value(
            f"`{cut(text)}` is not a link", hint="a link begins with https://, http:// or mailto:"
        )
    return text


Text = str
Id = Annotated[
    str,
    PlainValidator(_id),
    Takes(
        "an id: lower-case letters, digits and hyphens",
        {  # the pattern is for strings only: `id: 404` is text too
            "not": {"type": ["array", "object", "null"]},
            "pattern": f"^{_ID_WORD}(-{_ID_WORD})*$",
        },
    ),
]
YesNo = Annotated[
    bool,
    PlainValidator(_yes_no),
    Takes(
        "`true` or `false`",
        {
            "type": ["boolean", "string"],
            "pattern": f"^({'|'.join(map(any_case, sorted(_YES | _NO)))})$",
        },
    ),
]
Day = Annotated[
    date,
    PlainValidator(_date),
    Takes(
        "a date, such as `2026-10-01`",
        {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    ),
]
Lasting = Annotated[
    Duration,
    PlainValidator(_duration),
    Takes("a duration, such as `2 business days`", {"type": "string"}),
]
LastingRange = Annotated[
    Range,
    PlainValidator(_range),
    Takes("a duration, or two such as `3 to 6 days`", {"type": "string"}),
]
Period = Annotated[
    str,
    PlainValidator(_period),
    Takes(
        "a period: `2026-10-01`, `2026-W38`, `2026-09`, `2026-Q3` or `2026`",
        {
            "type": ["string", "integer"],
            "pattern": f"^{re.sub('[?]P<[a-z]+>', '', _PERIOD.pattern)}",
            "minimum": 0,
            "maximum": 9999,
        },
    ),
]
Link = Annotated[
    str,
    PlainValidator(_link),
    Takes(
        "a web or mail address",
        {"type": "string", "pattern": f"^({any_case('http')}[sS]?|{any_case('mailto')}):"},
    ),
]


Note = str
"""Markdown, shown in reports."""

BasedOn = Literal["assumption", "staff", "customers", "data"]
"""Where emotions and pains come from, the weakest first."""


def said(description: str, key: str | None = None) -> Any:  # noqa: ANN401 (as pydantic's own)
    """An optional field: the words an editor shows for it, and its key where that is another."""
    return Field(None, description=description, alias=key)


def usually(default: str, description: str) -> Any:  # noqa: ANN401 (as pydantic's own)
    """An optional choice, with the one it is where nothing is written."""
    return Field(default, description=description)


def listed(description: str, key: str | None = None) -> Any:  # noqa: ANN401 (as pydantic's own)
    """An optional list with the words an editor shows for it."""
    return Field((), description=description, alias=key)


def needed(description: str, key: str | None = None) -> Any:  # noqa: ANN401 (as pydantic's own)
    """A required field: the words an editor shows for it, and its key where that is another."""
    return Field(description=description, alias=key)
