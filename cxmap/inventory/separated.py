"""Tables whose cells are parted by a character: commas, semicolons, tabs."""

import csv
import io
from collections.abc import Iterator

from cxmap.errors import CxmapError
from cxmap.inventory.form import NOTHING_OFFERED, Offered, Written
from cxmap.inventory.formulas import guarded, unguarded
from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import Asked, Reading
from cxmap.inventory.table import (
    HEADER_WITHIN,
    Record,
    from_table,
    may_be_header,
    on_its_side,
    to_table,
)
from cxmap.inventory.texts import decoded
from cxmap.source.tree import LARGEST

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def read(data: bytes, asked: Asked, delimiter: str = "") -> Reading:
    """What a file says.

    Raises:
        CxmapError: what parts its cells is not certain, or its quotes do not match.
    """
    text = decoded(data, asked)
    delimiter = asked.delimiter or delimiter
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, text = delimiter or first.strip()[-1], f"\n{rest}"
    delimiter = delimiter or _delimiter(text, asked)
    return from_table(_records(text, delimiter, asked.name), asked)


def _records(text: str, delimiter: str, name: str) -> Iterator[Record]:
    limit = csv.field_size_limit(LARGEST)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in lines:
            yield Record(start, tuple(unguarded(cell) for cell in row))
            start = lines.line_num + 1
    except csv.Error:
        message = f"{name}, line {start}: a quotation mark is not closed, or stands inside a cell"
        raise CxmapError(message) from None
    finally:
        csv.field_size_limit(limit)


def _delimiter(text: str, asked: Asked) -> str:
    """The one character that makes a header out of a row: certain, or asked for."""
    fits = []
    alone = False
    for delimiter in DELIMITERS:
        for record in _first(text, delimiter, asked.name):
            if not may_be_header(record.cells, asked):
                continue
            if len(record.cells) > 1:
                fits.append(delimiter)
            else:
                alone = True
            break
    if len(fits) == 1:
        return fits[0]
    if alone and not fits:
        return ","
    for delimiter in DELIMITERS:
        if why := on_its_side(list(_first(text, delimiter, asked.name)), asked):
            raise CxmapError(f"{asked.name}: {why}")
    known = ", ".join(DELIMITERS.values())
    raise CxmapError(
        f"{asked.name}: what parts its cells is not certain, or no column is called as touchpoints"
        f" are; say `--delimiter ';'` ({known}), or `--column what=HEADER`"
    )


def _first(text: str, delimiter: str, name: str) -> Iterator[Record]:
    """The first rows that hold anything; none where the quotes do not match."""
    try:
        for number, record in enumerate(_records(text, delimiter, name)):
            if number >= HEADER_WITHIN:
                return
            yield record
    except CxmapError:
        return


def write(inventory: Inventory, offered: Offered = NOTHING_OFFERED, *, delimiter: str) -> Written:
    """A table in UTF-8: with commas, what spreadsheets and programs agree on."""
    table = to_table(inventory, empty=offered.empty)
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    rows.writerow([guarded(title) for title in table.titles])
    rows.writerows([guarded(cell) for cell in row] for row in table.rows)
    return Written(out.getvalue().encode())
