"""Workbooks: what Excel, LibreOffice and others open. The library is read only when it is used."""

from cxmap.inventory.form import NOTHING_OFFERED, Form, Offered, Written
from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import Asked, Reading


def _read(data: bytes, asked: Asked) -> Reading:
    from cxmap.extras import need

    need("xlsx", "openpyxl")
    from cxmap.inventory import workbook

    return workbook.read(data, asked)


def _write(inventory: Inventory, offered: Offered = NOTHING_OFFERED) -> Written:
    from cxmap.extras import need

    need("xlsx", "openpyxl")
    from cxmap.inventory import sheets

    return sheets.write(inventory, offered)


FORM = Form("xlsx", (".xlsx", ".xlsm"), _read, _write, is_text=False)
