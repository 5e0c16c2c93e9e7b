"""A report as a PDF, printed by the browser at hand."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

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


def posters(pdf: bytes) -> int:
    """How many of its pages are A3."""
    return len(re.findall(rb"/MediaBox \[0 0 119[01]", pdf))


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
