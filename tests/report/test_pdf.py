"""A report as a PDF, printed by the browser at hand."""

import re
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cxmap.report.pack import pack

from .conftest import Report
from .maps import SMALL, map_of
from .test_hostile import run


def test_a_report_prints_as_one_pdf_dated_as_asked(
    report: Report, tmp_path: Path, browser: Browser
) -> None:
    del browser  # where no browser is there, this test is skipped or fails like the others
    report(SMALL, "-o", str(tmp_path / "report.pdf"))
    pdf = (tmp_path / "report.pdf").read_bytes()
    assert pdf.startswith(b"%PDF") and b"/CreationDate (D:20261015000000" in pdf
    assert posters(pdf) == 1, "the map is a poster of its own"


def inflated(pdf: bytes) -> bytes:
    """A PDF with what its streams hold behind it."""
    parts = [pdf]
    for found in re.finditer(rb"/Length (\d+)>> stream\n", pdf):
        data = pdf[found.end() : found.end() + int(found[1])]
        parts.append(zlib.decompress(data) if data[:1] == b"x" else data)
    return b"\n".join(parts)


def posters(pdf: bytes) -> int:
    """How many of its pages are A3."""
    return len(re.findall(rb"/MediaBox \[0 0 119[01]", inflated(pdf)))


def test_a_pdf_keeps_its_tags_and_links_and_says_where_every_object_is(
    report: Report, tmp_path: Path, browser: Browser
) -> None:
    del browser
    report(SMALL, "-o", str(tmp_path / "report.pdf"))
    pdf = (tmp_path / "report.pdf").read_bytes()
    start = int(pdf.rsplit(b"startxref\n", 1)[1].split()[0])
    head = re.match(
        rb"(\d+) 0 obj\n<<.*?/Size (\d+) .*?/Length (\d+)>> stream\n", pdf[start:], re.DOTALL
    )
    assert head is not None and int(head[1]) + 1 == int(head[2])
    rows = zlib.decompress(pdf[start + head.end() :][: int(head[3])])
    alone = {
        number: int.from_bytes(rows[7 * number + 1 : 7 * number + 5])
        for number in range(int(head[2]))
        if rows[7 * number] == 1
    }
    assert all(pdf[at:].startswith(b"%d 0 obj" % number) for number, at in alone.items())
    whole = inflated(pdf)
    assert whole.count(b"/StructElem") > 100 and b"/MarkInfo" in whole and b"/Annot" in whole


def test_what_no_browser_wrote_is_left_as_it_is() -> None:
    assert pack(b"%PDF-1.7 of another kind") == b"%PDF-1.7 of another kind"


@pytest.mark.parametrize(("stages", "sheets"), [([3, 4, 4, 4, 3], 1), ([5] * 12, 2)])
def test_a_map_is_scaled_to_its_sheets(
    stages: list[int], sheets: int, report: Report, tmp_path: Path, browser: Browser
) -> None:
    del browser
    rich = {
        "expectation": "Somebody answers before I have to ask a second time",
        "pains": "[Told it all again, Nobody rang back, The letter names the wrong contact]",
        "likes": "[One named contact]",
        "opportunities": "[Say when it is done, Call back instead of music on hold]",
        "backstage": "[CRM creates the account, Rota for Friday]",
    }
    big = {"big.yaml": map_of(stages, **rich)}
    report(big, "--include", "journey", "-o", str(tmp_path / "report.pdf"))
    assert posters((tmp_path / "report.pdf").read_bytes()) == sheets


def test_without_a_browser_the_message_says_what_to_do(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(SMALL)
    monkeypatch.setenv("CXMAP_BROWSER", "no-such-browser")
    code, message = run("report", "-o", str(tmp_path / "report.pdf"))
    assert code == 2 and "CXMAP_BROWSER" in message
    assert not (tmp_path / "report.pdf").exists()
