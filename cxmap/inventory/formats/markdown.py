"""A Markdown table, for wikis, issues and pull requests."""

import html
import re
from collections.abc import Iterator

from cxmap.errors import CxmapError
from cxmap.inventory.form import NOTHING_OFFERED, Form, Offered, Written
from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import Asked, Reading
from cxmap.inventory.table import Record, from_table, may_be_header, to_table
from cxmap.inventory.texts import decoded
from cxmap.output.cell import cell

_BREAK = "<br>"
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_BREAKS = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CODE = re.compile(r"<code>(.*?)</code>|(?<!`)`([^`]+)`(?!`)", re.DOTALL)
_MARKS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*")


def _write(inventory: Inventory, offered: Offered = NOTHING_OFFERED) -> Written:
    table = to_table(inventory, empty=offered.empty)
    lines = [f"# {cell(inventory.title or inventory.journey)}", ""]
    lines += [_row(table.titles), "|" + " --- |" * len(table.keys)]
    lines += [_row(row) for row in table.rows]
    return Written(("\n".join(lines) + "\n").encode())


def _row(texts: tuple[str, ...]) -> str:
    inside = (_BREAK.join(cell(line) for line in text.split("\n")) for text in texts)
    return "| " + " | ".join(inside) + " |"


def _read(data: bytes, asked: Asked) -> Reading:
    """What the first table of touchpoints in a page says; headings above its rows are stages."""
    lines = decoded(data, asked).splitlines()
    title = next((_plain(m[1]) for m in map(_HEADING.fullmatch, lines) if m), "")
    for start in range(len(lines) - 1):
        header = _cells(lines[start])
        is_table = "|" in lines[start] and _RULE.fullmatch(lines[start + 1])
        if is_table and may_be_header(header, asked):
            reading = from_table(_rows(lines, start), asked)
            return Reading(
                reading.found,
                title=title,
                columns=reading.columns,
                rejected=reading.rejected,
                notes=reading.notes,
            )
    raise CxmapError(
        f"{asked.name}: there is no table with a column for touchpoints;"
        " name the column by `--column what=HEADER`"
    )


def _rows(lines: list[str], start: int) -> Iterator[Record]:
    yield Record(start + 1, _cells(lines[start]))
    for number in range(start + 2, len(lines)):
        if "|" not in lines[number]:
            return
        yield Record(number + 1, _cells(lines[number]))


def _cells(line: str) -> tuple[str, ...]:
    inside = line.strip()
    inside = inside.removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return tuple(_plain(text) for text in _BAR.split(inside))


def _plain(text: str) -> str:
    """The text of a cell without its markup, but for links."""
    broken = _BREAKS.sub("\n", text.strip())
    coded = _CODE.sub(lambda found: f"`{found[1] or found[2]}`", broken)
    unmarked = _MARKS.sub(r"\2", coded)
    joined = _ESCAPED.sub(r"\1", unmarked).replace("&#8203;", "")
    return "\n".join(line.strip() for line in html.unescape(joined).split("\n"))


FORM = Form("markdown", (".md", ".markdown"), _read, _write)
