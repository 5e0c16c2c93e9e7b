"""The preview as a browser sees it: a real server, real files, real saves."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

HOME = Path(__file__).parent.parent.parent
PATIENCE = 120
"""Seconds after which a server that says nothing counts as dead."""
MAP = """\
journey: onboarding
title: New customer
stages:
  - name: I sign
    touchpoints:
      - what: Welcome letter
      - what: Kick-off call
"""


class Server:
    """A preview that runs in a process of its own, over a folder with one map."""

    def __init__(self, folder: Path) -> None:
        self.map = folder / "onboarding.yaml"
        self.map.write_text(MAP, encoding="utf-8")
        (folder / "cxmap.yaml").write_text("organization: Acme\n", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cxmap", "serve", "--today", "2026-10-15"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(HOME)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def save(self, text: str) -> None:
        """Write the map in one step, so that nobody sees it half written."""
        beside = self.map.parent.with_suffix(".yaml")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.map)

    def ask(self, path: str, method: str = "GET", **headers: str) -> "tuple[int, str]":
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path)
    yield started
    started.stop()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_it_ends_cleanly_when_told(server):
    assert server.ask("/")[0] == 200
    server.stop()
    assert server.process.returncode == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1:1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/state", "/events", "/pages/index.html"])
def test_other_hosts_and_origins_are_refused(server, path, headers):
    assert server.ask(path, **headers)[0] == 403


@pytest.mark.parametrize(
    "path",
    ["/pages/..%2Fcxmap.yaml", "/pages/../cxmap.yaml", "/cxmap.yaml", "/pages/onboarding.yaml"],
)
def test_nothing_but_pages_is_handed_out(server, path):
    assert server.ask(path)[0] == 404


def test_nothing_can_be_sent(server):
    assert server.ask("/", "POST")[0] == 405


def test_a_save_is_seen_on_the_open_page_with_its_findings(server, page):
    page.goto(server.address)
    shown = page.frame_locator("#page")
    page.get_by_role("link", name='nobody owns "Kick-off call"').click()
    expect(shown.get_by_text("Kick-off call").first).to_be_visible()
    server.save(MAP.replace("Kick-off call", "Hello visit"))
    expect(shown.get_by_text("Hello visit").first).to_be_visible()
    expect(page.get_by_role("link", name='nobody owns "Hello visit"')).to_be_visible()
    assert "journey" in page.frames[1].url


def test_a_broken_file_keeps_the_last_good_page_and_says_what_is_wrong(server, page):
    page.goto(server.address)
    shown = page.frame_locator("#page")
    expect(shown.get_by_text("New customer").first).to_be_visible()
    server.save(MAP + "  - name: [\n")
    expect(page.get_by_role("alert")).to_contain_text("as it was before")
    expect(page.get_by_text("onboarding.yaml:").first).to_be_visible()
    expect(shown.get_by_text("New customer").first).to_be_visible()
    server.save(MAP.replace("New customer", "Newer customer"))
    expect(shown.get_by_text("Newer customer").first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_what_maps_say_is_text_beside_the_page_too(server, page):
    page.on("dialog", lambda dialog: pytest.fail(f"the page says {dialog.message}"))
    hostile = "<img src=x onerror=alert(1)>"
    server.save(MAP.replace("Kick-off call", f"'{hostile}'"))
    page.goto(server.address)
    expect(page.get_by_text(hostile).first).to_be_visible()


def test_nothing_is_asked_of_others_and_the_page_reports_no_error(server, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: pytest.fail(said.text) if said.type == "error" else None)
    page.goto(server.address)
    expect(page.frame_locator("#page").get_by_text("New customer").first).to_be_visible()
    assert {url for url in asked if not url.startswith((server.address, "data:"))} == set()


def test_a_taken_port_is_told(server, cxmap):
    done = cxmap("serve", "--port", str(server.port))
    assert done.returncode == 2
    assert f"port {server.port} cannot be used" in done.stderr
