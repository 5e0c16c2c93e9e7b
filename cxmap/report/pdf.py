"""A report as a PDF: the pages of the HTML report one after another, printed by the browser."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxmap.report.browser import print_pdf
from cxmap.report.pack import pack
from cxmap.report.render import Report

FIT = "fit.js"
"""The script that scales each map to its sheet, and nothing else."""

_STAMP = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


@dataclass(frozen=True)
class Pdf:
    """A report that is ready to be printed.

    Attributes:
        report: the same report in HTML, as one file with the script that fits maps to their sheets.
    """

    report: Report

    @property
    def single(self) -> bool:
        """A PDF is one file."""
        return True

    @property
    def first(self) -> str:
        """The name of the file."""
        return "index.pdf"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The PDF.

        Raises:
            CxmapError: there is no browser, or it could not print.
        """
        page = b"".join(data for _, data in self.report.files())
        with tempfile.TemporaryDirectory(prefix="cxmap-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            (folder / "report.html").write_bytes(page)
            print_pdf(folder / "report.html", folder / "report.pdf", folder / "profile")
            printed = (folder / "report.pdf").read_bytes()
        yield "index.pdf", pack(_dated(printed, self.report.brief.today))


def _dated(pdf: bytes, day: date) -> bytes:
    """The same PDF made on the report's date; the length stays, since a PDF counts its bytes."""
    return _STAMP.sub(rb"\g<1>" + f"{day:%Y%m%d}000000".encode(), pdf)
