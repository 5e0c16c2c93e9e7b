"""Feedback data: where answers, events and accounts are, and what their columns mean."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import PlainValidator

from cxmap.model.address import AddressError, is_address, read_address
from cxmap.model.fields import Id, Link, Note, Period, Text, listed, needed, said, usually
from cxmap.model.part import Part, Refers, also
from cxmap.model.refused import bad_value, need_text, not_text
from cxmap.model.takes import Takes
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.place import Written
from cxmap.words import cut

_NO_DOCUMENT = Document("", "")


class Texts(dict[str, str]):
    """Texts by name.

    Attributes:
        offsets: from where to where each text stands in its document.
    """

    def __init__(self, raw: dict[str | int, Raw]) -> None:
        super().__init__({k: str(v or "") for k, v in raw.items() if isinstance(k, str)})
        written = Written.of(_NO_DOCUMENT, raw) if raw else None
        self.offsets = {key: written.offsets(key) for key in self} if written else {}


def _texts_by_name(raw: Raw) -> Texts:
    if not isinstance(raw, dict):
        raise bad_value(f"`{cut(str(raw))}` is not a mapping", hint="write `{name: column}`")
    for value in raw.values():
        if isinstance(value, dict | list):
            raise not_text(value)
    return Texts(raw)


def _text_or_texts(raw: Raw) -> str | Texts:
    return raw if isinstance(raw, str) else _texts_by_name(raw)


_TEXTS = {"type": "object", "additionalProperties": {"not": {"type": ["array", "object"]}}}

TextsByName = Annotated[
    Mapping[str, str],
    PlainValidator(_texts_by_name),
    Takes("texts by name, such as `{country: FR}`", _TEXTS),
]
TextOrTexts = Annotated[
    str | Mapping[str, str],
    PlainValidator(_text_or_texts),
    Takes("text, or texts by name", {"anyOf": [{"$ref": "#/$defs/text"}, _TEXTS]}),
]


def _file(raw: Raw) -> str:
    text = need_text(raw)
    if is_address(text):
        try:
            read_address(text)
        except AddressError as error:
            raise bad_value(str(error), hint=error.hint) from None
    return text


FileOrAddress = Annotated[
    str,
    PlainValidator(_file),
    Takes(
        "a file, a pattern or an address",
        {"$ref": "#/$defs/text"},
    ),
]


_A_DAY = datetime(1986, 11, 23, 14, 5, 59)  # noqa: DTZ001 (only the form of it matters)


def _form_of_dates(raw: Raw) -> str:
    text = need_text(raw)
    try:
        reads = datetime.strptime(_A_DAY.strftime(text), text).date() == _A_DAY.date()  # noqa: DTZ007
    except ValueError:
        reads = False
    if not reads:
        hint = "write `%d` for the day, `%m` for the month and `%Y` for the year: `%d/%m/%Y`"
        raise bad_value(f"`{cut(text)}` is no way to write a day, month and year", hint=hint)
    return text


DateForm = Annotated[
    str,
    PlainValidator(_form_of_dates),
    Takes("a form of dates, such as `%d/%m/%Y`", {"$ref": "#/$defs/text"}),
]


def _decimal_mark(raw: Raw) -> str:
    text = need_text(raw).strip()
    if text not in {".", ","}:
        raise bad_value(f"`{cut(text)}` is neither a point nor a comma", hint='write `","`')
    return text


DecimalMark = Annotated[
    str,
    PlainValidator(_decimal_mark),
    Takes("a point or a comma", {"enum": [".", ","]}),
]


class Csv(Part):
    """How a text file is written, where that is not plain UTF-8 with commas."""

    KIND = "csv description"
    ALSO = also(
        {
            "encoding": "charset",
            "delimiter": "separator sep",
            "decimal": "decimal-mark decimal-separator decimal-point",
            "date": "dates date-format format",
            "missing": "na na-values null nulls empty no-answer",
        }
    )

    encoding: Text | None = said("such as latin-1 or windows-1252")
    delimiter: Text | None = said("what parts the columns")
    decimal: DecimalMark | None = said("the decimal mark, `.` or `,`")
    date: DateForm | None = said("how dates are written, such as `%d/%m/%Y`")
    missing: tuple[Text, ...] = listed("what stands for no answer")


class DataSource(Part):
    """A file or table of answers, events or accounts."""

    KIND = "data"
    NOUN = "data source"
    NAMED_BY = ("name", "title")
    ALSO = also(
        {
            "files": "file path paths",
            "engine": "database db warehouse",
            "table": "view",
            "time": "date timestamp when at",
            "customer": "customers customer-id case case-id client user person respondent",
            "touchpoint": "touchpoints event events activity step where-asked",
            "segment": "segments group groups",
            "weight": "weights frequency",
            "names": "aliases mapping rename",
            "where": "filter filters only",
            "timezone": "time-zone tz zone",
            "note": "description comment comments",
        }
    )

    id: Id = needed("what metrics and listening posts point at")
    name: Text | None = said("the name people use")
    title: Text | None = said("the same as `name`")
    kind: Literal["responses", "events", "accounts"] = usually(
        "responses", "what a row is: an answer, something that happened, or a customer's account"
    )
    files: tuple[FileOrAddress, ...] = listed(
        "in the workspace, or elsewhere: `s3://…`, `gs://…`, `https://…`"
    )
    engine: Annotated[Text, Refers("engine")] | None = said(
        "the engine that holds it: an id under `engines` in cxmap.yaml"
    )
    table: Text | None = said("the table or view")
    time: Text | None = said("the column that says when")
    period: Period | None = said("the one period it covers, where there is no time")
    customer: Text | None = said("the column that says which customer")
    touchpoint: Text | None = said("the column that says where, or which event")
    as_: Annotated[Text, Refers("place")] | None = said(
        "the one touchpoint, stage or journey that the file is about", "as"
    )
    segment: TextOrTexts | None = said("columns that say what kind of customer")
    weight: Text | None = said("the column that says how many answers a row stands for")
    names: TextsByName | None = said("what a value in the data is called in the maps")
    where: TextsByName | None = said("only rows in which columns hold these values")
    timezone: Text | None = said("for times without a zone; periods are in this zone")
    csv: Csv | None = said("how a text file is written")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")
