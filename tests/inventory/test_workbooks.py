"""Workbooks of other people: merged cells, headings, dates; and those that mean harm."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from cxmap.errors import CxmapError
from cxmap.inventory import choosing
from cxmap.inventory.assembling import assemble
from cxmap.inventory.form import Offered
from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import Asked

from .inventories import made

XLSX = choosing.form("xlsx", None)
SHEET = "xl/worksheets/sheet1.xml"
SMALL = made(
    [{"name": "Joining", "touchpoints": [{"what": "=1+1", "who": "sales"}, {"what": "Call"}]}]
)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data, **asked):
    return assemble(XLSX.read(data, Asked("list.xlsx", **asked)), "x", "", "current")


def sheet_of(*rows, merged=()):
    """A workbook with one sheet of these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    return book


def touchpoints(data, **asked):
    return list(read(data, **asked).touchpoints())


def changed(change):
    """A workbook of ours with its first sheet changed as XML."""
    out = io.BytesIO()
    was = zipfile.ZipFile(io.BytesIO(XLSX.write(SMALL).data))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as now:
        for name in was.namelist():
            data = was.read(name)
            now.writestr(name, change(data) if name == SHEET else data)
    return out.getvalue()


def test_merged_cells_and_headings_across_the_table_are_stages():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Our journey", None, None],
        ["Touchpoint", "Owner", "Due"],
        ["Joining", None, None],
        ["Letter", "Marketing", date(2026, 10, 1)],
        ["Call", None, 3.0],
        ["Using", None, None],
        ["Portal", "Product", None],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:C3")
    sheet.merge_cells("B4:B5")
    sheet["A6"].font = Font(bold=True)
    stages = read(saved(book)).stages
    assert [stage.answers["name"] for stage in stages] == ["Joining", "Using"]
    assert [t["who"] for t in stages[0].touchpoints] == ["Marketing", "Marketing"]
    assert [t["when"] for t in stages[0].touchpoints] == ["2026-10-01", "3"]


def test_a_sheet_that_is_hidden_is_read_only_where_it_is_named():
    book = sheet_of(["Touchpoint"], ["Old letter"])
    book.active.title, book.active.sheet_state = "Old", "hidden"
    book.create_sheet("Map").append(["Touchpoint"])
    book["Map"].append(["Letter"])
    data = saved(book)
    assert [t["what"] for t in touchpoints(data)] == ["Letter"]
    assert [t["what"] for t in touchpoints(data, sheet="old")] == ["Old letter"]
    with pytest.raises(CxmapError, match="there is no sheet `Mop`, did you mean `Map`"):
        read(data, sheet="Mop")


def test_a_header_of_two_lines_is_read_as_one():
    data = saved(
        sheet_of(
            ["Stage", "Touchpoint", "Delivery", None, "KPI"],
            [None, None, "Team", "Channel", None],
            ["Join", "Letter", "Marketing", "Email", "NPS"],
            merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
        )
    )
    (letter,) = touchpoints(data)
    assert (letter["what"], letter["who"], letter["how"]) == ("Letter", "Marketing", ["Email"])


def test_a_title_that_reads_like_a_header_is_none():
    data = saved(sheet_of(["Touchpoints"], ["No.", "Touchpoint", "Owner"], [1, "Letter", "Sales"]))
    assert [(t["what"], t["who"]) for t in touchpoints(data)] == [("Letter", "Sales")]


def test_a_first_row_of_words_that_are_headers_elsewhere_is_a_touchpoint():
    data = saved(sheet_of(["Touchpoint", "Channel", "Owner"], ["Fair", "Event", "Team"]))
    assert [t["what"] for t in touchpoints(data)] == ["Fair"]


def test_a_table_on_its_side_is_refused_with_what_to_do():
    data = saved(sheet_of(["", "Before", "After"], ["Touchpoints", "Ad", "Call"], ["Owner", "a"]))
    with pytest.raises(CxmapError, match="the table lies on its side, with touchpoints in a row"):
        read(data)


def test_a_share_is_read_as_the_sheet_shows_it():
    book = sheet_of(["Touchpoint", "x-target", "x-low", "x-n"], ["Letter", 0.855, 1, 0.5])
    book.active["B2"].number_format = "0.0%"
    book.active["C2"].number_format = "0%"
    (letter,) = touchpoints(saved(book))
    assert (letter["x-target"], letter["x-low"], letter["x-n"]) == ("85.5%", "100%", "0.5")


def test_a_stage_merged_beside_its_touchpoints_holds_them_all():
    book = Workbook()
    for row in (
        ["Phase", "Touch point"],
        ["Joining", "Letter"],
        [None, "Call"],
        ["Using", "Portal"],
    ):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    assert [len(stage.touchpoints) for stage in read(saved(book)).stages] == [2, 1]


def test_no_cell_of_ours_is_a_formula_and_what_can_be_chosen_is_offered():
    data = XLSX.write(SMALL, Offered({"who": ("sales", "marketing")})).data
    book = load_workbook(io.BytesIO(data))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    sheet = book["Touchpoints"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:G3", "D2")
    assert {str(v.sqref)[0] for v in sheet.data_validations.dataValidation} == {"B", "E"}
    assert len(sheet.conditional_formatting) == 4
    assert read(data) == read(changed(bytes))


def test_a_blank_form_explains_every_column():
    book = load_workbook(io.BytesIO(XLSX.write(Inventory(), Offered(empty=True)).data))
    headers = [cell.value for cell in book["Touchpoints"][1]]
    explained = [row[0].value for row in book["About the columns"].iter_rows(min_row=2)]
    assert headers == explained[: len(headers)]
    assert {"Touchpoint", "Owner", "Emotion", "Pains"} <= set(headers)


def test_the_same_map_gives_the_same_bytes_but_for_the_time_of_saving():
    one, other = (zipfile.ZipFile(io.BytesIO(XLSX.write(SMALL).data)) for _ in range(2))
    names = [name for name in one.namelist() if name != "docProps/core.xml"]
    assert [one.read(name) for name in names] == [other.read(name) for name in names]


HUGE = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
FAR = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
NEVER = b'<row r="9"><c r="C9"><f>1+1</f></c></row></sheetData>'
ENTITY = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"no zip", "is no workbook, or it is broken"),
        (b"\xd0\xcf\x11\xe0 old", "is an old or a locked workbook"),
        (XLSX.write(SMALL).data[:2000], "is no workbook, or it is broken"),
        (changed(lambda xml: xml[:200]), "is no workbook, or it is broken"),
        (changed(lambda xml: xml + b" " * 50_000_000), "is larger than 40 MB when it is unpacked"),
        (changed(lambda xml: ENTITY + xml), "holds XML that no spreadsheet program writes"),
        (changed(lambda xml: xml.decode().encode("utf-16")), "holds XML that no spreadsheet"),
        (changed(lambda xml: xml.decode().encode("cp037")), "holds XML that no spreadsheet"),
        (
            changed(lambda xml: xml.replace(b"</sheetData>", HUGE)),
            "more than 50,000 cells are merged",
        ),
        (changed(lambda xml: xml.replace(b"</sheetData>", FAR)), "more than 200 columns"),
        (
            changed(lambda xml: xml.replace(b"</sheetData>", NEVER)),
            "C9 holds a formula that was never",
        ),
        (saved(Workbook()), "no sheet has a column that is called as touchpoints are"),
    ],
    ids=range(12),
)
def test_a_workbook_that_is_broken_or_means_harm_is_refused_with_the_reason(data, says):
    with pytest.raises(CxmapError, match=says):
        XLSX.read(data, Asked("list.xlsx"))
