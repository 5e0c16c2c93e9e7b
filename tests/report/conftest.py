"""A report in a temporary folder, and a browser to look at it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route
from typer.testing import CliRunner

from cxmap.cli import app

Report = Callable[..., Path]
Open = Callable[..., Page]

TODAY = "2026-10-15"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Write files as a workspace, report on it, and return the folder of the pages."""

    def make(files: dict[str, str], *arguments: str) -> Path:
        root, out = tmp_path / "maps", tmp_path / "out"
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        monkeypatch.chdir(root)
        done = CliRunner().invoke(app, ["report", "-o", str(out), "--today", TODAY, *arguments])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, done.output
        return out

    return make


@pytest.fixture
def look(context: BrowserContext) -> Open:
    """Open a page from disk; whatever asks for the network, fails or alerts makes the test fail."""

    def open_page(file: Path, anchor: str = "") -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"the page's script failed: {error}"))
        page.on("dialog", lambda dialog: pytest.fail(f"the page says {dialog.message}"))
        page.route("**/*", _only_files)
        page.goto(file.as_uri() + anchor)
        return page

    def _only_files(route: Route) -> None:
        if not route.request.url.startswith(("file:", "data:")):
            pytest.fail(f"the page asks for {route.request.url}")
        route.continue_()

    return open_page
