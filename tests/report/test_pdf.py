"""A report as a PDF, printed by the browser at hand."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import Report
from .maps import SMALL
from .test_hostile import run


def test_a_report_prints_as_one_pdf_dated_as_asked(
    report: Report, tmp_path: Path, browser: Browser
) -> None:
    del browser  # where no browser is there, this test is skipped or fails like the others
    report(SMALL, "-o", str(tmp_path / "report.pdf"))
    pdf = (tmp_path / "report.pdf").read_bytes()
    assert pdf.startswith(b"%PDF") and b"/CreationDate (D:20261015000000" in pdf
    assert len(re.findall(rb"/MediaBox \[0 0 119[01]", pdf)) == 1, "the map is a poster of its own"


def test_without_a_browser_the_message_says_what_to_do(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(SMALL)
    monkeypatch.setenv("CXMAP_BROWSER", "no-such-browser")
    code, message = run("report", "-o", str(tmp_path / "report.pdf"))
    assert code == 2 and "CXMAP_BROWSER" in message
    assert not (tmp_path / "report.pdf").exists()
