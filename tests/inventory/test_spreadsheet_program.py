"""Workbooks that a spreadsheet program opened and saved: LibreOffice, as people use it."""

import io
import os
import shutil
import subprocess
import zipfile

import pytest

from cxmap.inventory import choosing
from cxmap.inventory.assembling import assemble
from cxmap.inventory.form import Offered
from cxmap.inventory.inventory import of_journey
from cxmap.inventory.reading import Asked
from cxmap.inventory.table import to_table

from .inventories import made
from .test_round_trips import JOURNEYS

XLSX = choosing.form("xlsx", None)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Have LibreOffice open workbooks and save them anew; all in one run, since it starts slowly."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")

    def save(books):
        names = [f"{number}.xlsx" for number in range(len(books))]
        for name, data in zip(names, books, strict=True):
            (folder / name).write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved"]
        subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True, timeout=240)
        return [(folder / "saved" / name).read_bytes() for name in names]

    return save


ODD = made(
    [
        {
            "name": "=1+1",
            "touchpoints": [
                {"what": "Letter", "who": "@sum", "how": ["a; b", "007"], "emotion": "-1"},
                {"what": "1.10", "when": "2026-10-01", "note": "two\nlines", "x-a": "_x0041_ 'b"},
                {
                    "what": "yes",
                    "importance": "5",
                    "moment_of_truth": "yes",
                    "tags": ["+1", "TRUE"],
                },
            ],
        }
    ]
)


def test_a_workbook_that_a_spreadsheet_program_saved_holds_the_same_inventory(saved):
    inventories = [ODD, *(of_journey(parameter.values[0]) for parameter in JOURNEYS)]
    offered = Offered({"who": ("marketing", "sales"), "how": ("email",)})
    books = saved([XLSX.write(inventory, offered).data for inventory in inventories])
    for inventory, book in zip(inventories, books, strict=True):
        assert b"LibreOffice" in zipfile.ZipFile(io.BytesIO(book)).read("docProps/app.xml")
        again = assemble(XLSX.read(book, Asked("saved.xlsx")), "x", "x", "current")
        assert to_table(again) == to_table(inventory)
