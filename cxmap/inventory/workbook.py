"""Reading a workbook: merged cells, headings across the table, dates and numbers as they look."""

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxmap.errors import CxmapError
from cxmap.inventory.escapes import unescaped
from cxmap.inventory.formulas import unguarded
from cxmap.inventory.packed import checked
from cxmap.inventory.reading import MOST_COLUMNS, MOST_ROWS, Asked, Reading
from cxmap.inventory.table import HEADER_WITHIN, Record, from_table, may_be_header, on_its_side
from cxmap.words import did_you_mean, listed


def read(data: bytes, asked: Asked) -> Reading:
    """What the first sheet with a table of touchpoints says.

    Raises:
        CxmapError: it is no workbook, it is too large, or no sheet has such a table.
    """
    checked(data, asked)
    book, values = _opened(data, asked)
    sheets = _sheets(book, asked)
    for sheet in sheets:
        records = list(_records(sheet, values[sheet.title] if values else None, asked))
        if any(may_be_header(record.cells, asked) for record in records[:HEADER_WITHIN]):
            reading = from_table(records, asked)
            title = str(book.properties.title or "").strip()
            others = [s.title for s in sheets if s is not sheet and s.title not in _OURS]
            left = (
                f"only the sheet `{sheet.title}` is read, not {listed(others)}; `--sheet` chooses"
            )
            notes = (left, *reading.notes) if others else reading.notes
            return replace(reading, title=title, notes=notes)
        if why := on_its_side(records, asked):
            raise CxmapError(f"{asked.name}, sheet `{sheet.title}`: {why}")
    raise CxmapError(
        f"{asked.name}: no sheet has a column that is called as touchpoints are; name it by"
        f" `--column what=HEADER`; the sheets are {listed([sheet.title for sheet in sheets])}"
    )


def _sheets(book: Workbook, asked: Asked) -> Sequence[Worksheet]:
    """The sheets to look into: the one that was named, else all that are not hidden."""
    if not asked.sheet:
        shown = [s for s in book.worksheets if s.sheet_state == "visible"]
        return shown or list(book.worksheets)
    names = [sheet.title for sheet in book.worksheets]
    wanted = asked.sheet.strip().casefold()
    found = [sheet for sheet in book.worksheets if sheet.title.strip().casefold() == wanted]
    if not found:
        guess = did_you_mean(asked.sheet, names) or f"; the sheets are {listed(names)}"
        raise CxmapError(f"{asked.name}: there is no sheet `{asked.sheet}`{guess}")
    return found


_OURS = ("About the columns", "Choices")


def _opened(data: bytes, asked: Asked) -> tuple[Workbook, Workbook | None]:
    """The workbook, and where it holds formulas the same with what they came to."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that are not read anyhow
            book = load_workbook(io.BytesIO(data), keep_links=False)
            formulas = any(c.data_type == "f" for s in book.worksheets for c in _cells(s).values())
            if not formulas:
                return book, None
            return book, load_workbook(io.BytesIO(data), keep_links=False, data_only=True)
    except CxmapError:
        raise
    except Exception:  # noqa: BLE001 (whatever a broken workbook makes the library raise)
        raise CxmapError(f"{asked.name} is no workbook, or it is broken") from None


def _records(sheet: Worksheet, values: Any, asked: Asked) -> Iterator[Record]:  # noqa: ANN401
    cells = _cells(sheet)
    merged = _merged(sheet)
    rows: dict[int, dict[int, str]] = {}
    for row, column in sorted({*cells, *merged}):
        cell = cells.get(merged[row, column][0] if (row, column) in merged else (row, column))
        text = _text(cell, (row, column), merged, values, asked) if cell is not None else ""
        if text.strip():
            rows.setdefault(row, {})[column] = text
    if len(rows) > MOST_ROWS:
        raise CxmapError(f"{asked.name}, sheet `{sheet.title}`: more than {MOST_ROWS:,} rows")
    if any(max(filled) > MOST_COLUMNS for filled in rows.values()):
        raise CxmapError(f"{asked.name}, sheet `{sheet.title}`: more than {MOST_COLUMNS} columns")
    for number, filled in rows.items():
        texts = tuple(filled.get(column, "") for column in range(1, max(filled) + 1))
        place = (number, next(iter(filled)))
        is_heading = len(filled) == 1 and _stands_out(cells.get(place), place, merged)
        yield Record(number, texts, is_heading)


def _cells(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """The cells that a file holds: asking for rows would make a million where one is far down."""
    found: dict[tuple[int, int], Any] = sheet._cells  # noqa: SLF001 (there is no other way)
    return found


_Place = tuple[int, int]


def _merged(sheet: Worksheet) -> dict[_Place, tuple[_Place, bool]]:
    """The cells of merged ranges: the first cell of the range, and whether it lies across."""
    found: dict[_Place, tuple[_Place, bool]] = {}
    for area in sheet.merged_cells.ranges:
        across = area.max_col > area.min_col
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                found[row, column] = (area.min_row, area.min_col), across
    return found


def _text(
    cell: Any,  # noqa: ANN401 (a cell; of a merged range, its first)
    place: _Place,
    merged: dict[_Place, tuple[_Place, bool]],
    values: Any,  # noqa: ANN401 (the same sheet with what formulas came to, or None)
    asked: Asked,
) -> str:
    """The text of a cell; where cells of a column are merged, each of them says it."""
    if place in merged:
        (row, column), across = merged[place]
        if place != (row, column) and (across or column != place[1]):
            return ""
    if cell.data_type != "f":
        return as_text(cell.value, cell.number_format)
    value = values.cell(cell.row, cell.column).value if values is not None else None
    if value is None:
        raise CxmapError(
            f"{asked.name}: {cell.coordinate} holds a formula that was never calculated; open the"
            " workbook in a spreadsheet program and save it"
        )
    return as_text(value, cell.number_format)


def as_text(value: object, shown_as: str = "") -> str:
    """A value of a cell as people write it.

    Args:
        value: what the cell holds.
        shown_as: the format of its number, such as `0%`.
    """
    match value:
        case bool():
            pass
        case int() | float() if "%" in shown_as:
            return f"{as_text(round(value * 100.0, 10))}%"
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            day = value.date().isoformat()
            return day if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return unguarded(unescaped(str(value)))


def _stands_out(
    cell: Any,  # noqa: ANN401 (a cell, or None)
    place: _Place,
    merged: dict[_Place, tuple[_Place, bool]],
) -> bool:
    """Whether the one text of a row lies across the table, or is bold."""
    across = place in merged and merged[place][1]
    return across or bool(cell is not None and cell.font and cell.font.b)
