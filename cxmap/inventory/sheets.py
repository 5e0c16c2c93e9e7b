"""Writing a workbook that a manager filters and fills in, and that comes back without loss."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cxmap.inventory.columns import titles
from cxmap.inventory.escapes import escaped
from cxmap.inventory.form import Offered, Written
from cxmap.inventory.formulas import guarded
from cxmap.inventory.inventory import Inventory
from cxmap.inventory.table import Table, to_table
from cxmap.model.journey import Stage
from cxmap.model.touchpoint import QUESTIONS, Touchpoint
from cxmap.schema.keys import Choices, keys_of

ABOUT = "About the columns"
CHOICES = "Choices"
TOUCHPOINTS = "Touchpoints"

_SPARE = 200
"""Rows below the last one that have drop-downs too, and in a blank form the rows to fill in."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # no clock
_GAP = PatternFill("solid", bgColor="FCE4D6", fgColor="FCE4D6")
_HEAD = PatternFill("solid", fgColor="DDE7F0")
_WIDTHS = {"what": 34, "stage": 24, "when": 30, "id": 18}
_WIDE = 26
_FIXED = {
    "emotion": ("-2", "-1", "0", "1", "2"),
    "importance": ("1", "2", "3", "4", "5"),
    "moment_of_truth": ("yes", "no"),
}
_FREE = ("who", "how", "measures", "with", "customers", "stage")
"""Columns in which other words than those that are offered are welcome."""


def write(inventory: Inventory, offered: Offered) -> Written:
    """A workbook: the touchpoints, what each column means, and the choices of the drop-downs."""
    table = to_table(inventory, empty=offered.empty)
    book = Workbook()
    book.properties.title = inventory.title or inventory.journey
    book.properties.creator = "cxmap"
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.worksheets[0]
    sheet.title = TOUCHPOINTS
    _fill(sheet, table)
    last = max(len(table.rows) + 1, 1) + _SPARE
    _colour_gaps(sheet, table, last)
    _offer(book, sheet, table, _choices(table, inventory, offered), last)
    _explain(book.create_sheet(ABOUT, 1), table)
    out = io.BytesIO()
    book.save(out)
    return Written(out.getvalue())


def _fill(sheet: Worksheet, table: Table) -> None:
    for number, (key, title) in enumerate(zip(table.keys, table.titles, strict=True), 1):
        head = _put(sheet, 1, number, title)
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(key, _WIDE)
    for row, texts in enumerate(table.rows, 2):
        for column, text in enumerate(texts, 1):
            if text:
                _put(sheet, row, column, text)
    sheet.freeze_panes = f"{get_column_letter(table.keys.index('what') + 2)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.keys))}{len(table.rows) + 1}"


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Any:  # noqa: ANN401 (a cell)
    """A text that stays a text, whatever it looks like."""
    cell: Any = sheet.cell(row, column)  # whose type nobody told right
    cell.value = escaped(guarded(text))
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _colour_gaps(sheet: Worksheet, table: Table, last: int) -> None:
    """Questions that a touchpoint leaves open show at a glance, and no more once answered."""
    make_rule: Any = FormulaRule  # whose types nobody told
    what = get_column_letter(table.keys.index("what") + 1)
    for key in QUESTIONS:
        letter = get_column_letter(table.keys.index(key) + 1)
        open_question = f"AND(LEN(TRIM(${what}2))>0,LEN(TRIM({letter}2))=0)"
        rule = make_rule(formula=[open_question], fill=_GAP)
        sheet.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)


def _choices(table: Table, inventory: Inventory, offered: Offered) -> Mapping[str, Sequence[str]]:
    stages = dict.fromkeys(str(stage.answers.get("name", "")) for stage in inventory.stages)
    words = {
        key.name: answer.words
        for key in keys_of(Touchpoint)
        for answer in key.answers
        if isinstance(answer, Choices)
    }
    all_choices = {**words, **_FIXED, **offered.choices, "stage": tuple(filter(None, stages))}
    return {key: all_choices[key] for key in table.keys if all_choices.get(key)}


def _offer(
    book: Workbook, sheet: Worksheet, table: Table, choices: Mapping[str, Sequence[str]], last: int
) -> None:
    """Drop-downs; their words stand on a sheet, since a list in a cell may be 255 letters long."""
    listed = book.create_sheet(CHOICES)
    for number, (key, words) in enumerate(choices.items(), 1):
        head = _put(listed, 1, number, titles().get(key, key))
        head.font = Font(bold=True)
        for row, word in enumerate(words, 2):
            _put(listed, row, number, word)
        letter = get_column_letter(number)
        listed.column_dimensions[letter].width = _WIDE
        drop = DataValidation(
            type="list",
            formula1=f"{CHOICES}!${letter}$2:${letter}${len(words) + 1}",
            allow_blank=True,
            showErrorMessage=key not in _FREE,
        )
        drop.errorTitle, drop.error = "Not one of the choices", "Please choose from the list."
        sheet.add_data_validation(drop)
        target = get_column_letter(table.keys.index(key) + 1)
        drop.add(f"{target}2:{target}{last}")


def _explain(sheet: Worksheet, table: Table) -> None:
    meanings = {"stage": "the stage of the journey, in the customer's words"}
    meanings |= {key.name: key.meaning for key in keys_of(Touchpoint)}
    meanings |= {f"stage.{key.name}": key.meaning for key in keys_of(Stage)}
    many = {key.name for key in keys_of(Touchpoint) if key.many}
    rows = [("Column", "What to write")]
    for key, title in zip(table.keys, table.titles, strict=True):
        several = "; several are parted by semicolons" if key in many else ""
        rows.append((title, meanings.get(key, "your own column: it is kept") + several))
    rows += [
        ("", ""),
        ("One row is one touchpoint", "a moment at which a customer meets you"),
        ("Shaded cells", "nobody answered yet: who, how, when, and how we know"),
        ("Do not know", "write ? and go on: it is a gap to close later"),
        ("When you are done", "cxmap import FILE --into MAP.yaml"),
    ]
    for number, (left, right) in enumerate(rows, 1):
        _put(sheet, number, 1, left).font = Font(bold=number == 1 or bool(left))
        _put(sheet, number, 2, right)
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 90
