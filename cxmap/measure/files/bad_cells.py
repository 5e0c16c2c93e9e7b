"""Which cells of text files could not be used: their true line, column and why, never the cell.

The counts say how many there are; only where there are some are the files read again, here, and
only up to so many.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from cxmap.estimate import UNIT
from cxmap.measure.files import raw
from cxmap.measure.files.opened import Batch, File, Opened
from cxmap.measure.plan import Question, Sort, scale_of
from cxmap.measure.readings import Bad
from cxmap.measure.session import Session
from cxmap.model.data import DataSource

MOST = 10_000
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\.[^.]{3}(,.*)?$")
_BY_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_ANSWERS_OF_YES = frozenset(["yes", "y", "true", "t", "1", "no", "n", "false", "f", "0"])


@dataclass(frozen=True, slots=True)
class Check:
    """What a cell has to be: gives why it is not, or nothing."""

    column: str
    why_not: Callable[[str], str]


def bad_cells(session: Session, questions: Sequence[Question], opened: Opened) -> list[Bad]:
    """The cells that could not be used, at most `MOST` of them."""
    checks = list(_checks(session.source, questions))
    missing = set(session.source.csv.missing) if session.source.csv else set()
    where = (session.source.where or {}).items()
    found: dict[Bad, None] = {}  # two metrics may be computed from one column
    for batch in opened.batches:
        for file in batch.files:
            for line, record in _records(batch, file):
                if any(record.get(column, "").strip() != value for column, value in where):
                    continue
                for check in checks:
                    cell = record.get(check.column, "").strip()
                    why = check.why_not(cell) if cell and cell not in missing else ""
                    if why:
                        found[Bad(file.path, line, check.column, why)] = None
                if len(found) >= MOST:
                    return list(found)[:MOST]
    return list(found)


def _records(batch: Batch, file: File) -> Iterator[tuple[int, dict[str, str]]]:
    if batch.kind == "parquet":
        return
    # A line that is too long is as good as empty: it was told already.
    lines = (line or b"\n" for line in raw.lines(file.local))
    text = (line.decode(errors="replace").removeprefix("\ufeff") for line in lines)
    yield from _rows(batch, text) if batch.kind == "text" else _objects(text)


def _rows(batch: Batch, text: Iterator[str]) -> Iterator[tuple[int, dict[str, str]]]:
    text = islice(text, batch.header.skip, None)
    csv.field_size_limit(raw.LONGEST_LINE)
    rows = csv.reader(text, delimiter=batch.header.delimiter)
    before = 0
    try:
        for number, row in enumerate(rows):
            line, before = before + 1, rows.line_num
            if number and len(row) == len(batch.header.columns):
                yield (
                    line + batch.header.skip,
                    dict(zip(batch.header.columns, row, strict=True)),
                )
    except csv.Error:
        return


def _objects(text: Iterator[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for line, one in enumerate(text, 1):
        try:
            record = json.loads(one)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield line, {key: _text(value) for key, value in record.items()}


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _checks(source: DataSource, questions: Sequence[Question]) -> Iterator[Check]:
    comma = source.csv is not None and source.csv.decimal == ","
    form = source.csv.date if source.csv is not None else None
    times = {source.time} if source.time else set()
    for question in questions:
        computed = question.computed
        if question.sort is Sort.TENURE:
            times |= {column for column in (computed.start, computed.end) if column}
        elif computed.value is None:
            if question.sort is Sort.CASES and source.kind != "events":
                times |= {column for column in (computed.from_, computed.to) if column}
        else:
            yield Check(computed.value, _answer(question, comma=comma))
    for column in sorted(times):
        yield Check(column, _time(form))
    if source.weight:
        yield Check(source.weight, _weight(comma=comma))


def _answer(question: Question, *, comma: bool) -> Callable[[str], str]:
    metric, computed = question.metric, question.computed
    if metric.kind in {"rate", "churn", "retention"}:
        known = _ANSWERS_OF_YES
        return lambda cell: "" if computed.yes or cell.lower() in known else "is neither yes nor no"
    if computed.order:
        return lambda cell: "" if cell in computed.order else "is none of the words in `order`"
    low, high = scale_of(metric)

    def why_not(cell: str) -> str:
        number = _number(cell, comma=comma)
        if number is None:
            return _why_no_number(cell, comma=comma)
        if low < high and not low <= number <= high:
            return f"is outside {low:g} to {high:g}"
        return ""

    return why_not


def _why_no_number(cell: str, *, comma: bool) -> str:
    if not comma and re.fullmatch(r"[+-]?\d+,\d+", cell):
        return 'has a comma: say `csv: {decimal: ","}` if that is the decimal mark'
    if any(letter.isdigit() for letter in cell):
        return f"is no number alone, such as {'1234,5' if comma else '1234.5'}"
    return "is no number"


def _weight(*, comma: bool) -> Callable[[str], str]:
    def why_not(cell: str) -> str:
        number = _number(cell, comma=comma)
        sound = number is not None and number >= 0 and number == int(number)
        return "" if sound else "is no whole number"

    return why_not


def _time(form: str | None) -> Callable[[str], str]:
    def why_not(cell: str) -> str:
        if form is not None:
            return "" if _reads(cell, form) else f"is no time written as `{form}`"
        try:
            datetime.fromisoformat(cell)
        except ValueError:
            if _BY_DAY.match(cell):
                return 'may be day or month first: say `csv: {date: "%d/%m/%Y"}` or `"%m/%d/%Y"`'
            return "is no time written as 2026-09-30 or 2026-09-30 14:05"
        return ""

    return why_not


def _reads(cell: str, form: str) -> bool:
    for clock in ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S"):
        try:
            datetime.strptime(cell, form + clock)  # noqa: DTZ007 (only asked whether it reads)
        except ValueError:
            continue
        return True
    return False


def _number(cell: str, *, comma: bool) -> float | None:
    if comma:
        if "." in cell and not _THOUSANDS.search(cell):
            return None
        cell = cell.replace(".", "").replace(",", ".")
    return round(float(cell) * UNIT) / UNIT if _NUMBER.match(cell) else None
