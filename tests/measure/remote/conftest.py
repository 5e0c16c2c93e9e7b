"""Servers on this machine that tests read from: one for the web, one that speaks S3, one as GCS."""

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from cxmap.measure.remote.allowed import read_allowed

CSV = "day,place,score\n2026-09-01,letter,5\n2026-09-02,call,4\n2026-09-03,call,1\n"
CSAT = "{id: csat, kind: csat, source: {data: s, value: score}}"


class Page(NamedTuple):
    """What a server answers."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})
    cut: int = 0
    """How many bytes at the end are promised and never sent."""


class Server:
    """A web server on this machine that remembers what it was asked."""

    def __init__(self, answer: Callable[[str, Any], Page]) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append((self.path, dict(self.headers)))
                page = answer(self.path, self.headers)
                self.send_response(page.status)
                for name, value in page.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(page.body) + page.cut))
                self.end_headers()
                self.wfile.write(page.body)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_port
        self.url = f"http://127.0.0.1:{self.port}"


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.http.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server
    finally:
        server.http.shutdown()
        thread.join()
        server.http.server_close()


class Web(Server):
    """A web server with pages."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        super().__init__(lambda path, _: self.pages.get(path, Page(b"", 404)))

    def put(self, path: str, body: str | bytes = CSV, *more: Any, **named: Any) -> str:
        """Give it a page; its address comes back."""
        data = body if isinstance(body, bytes) else body.encode()
        self.pages[path] = Page(data, *more, **named)
        return self.url + path


@pytest.fixture
def web() -> Iterator[Web]:
    with running(Web()) as server:
        yield server


@pytest.fixture
def safe_web(monkeypatch: pytest.MonkeyPatch, tmp_path) -> Iterator[Web]:
    """A web server whose certificate is trusted, at `https://localhost`."""
    import trustme

    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    server = Web()
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    server.url = f"https://localhost:{server.port}"
    with running(server):
        yield server


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "cxmap_remote"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


Read = Callable[..., tuple[int, int]]


@pytest.fixture
def read(company) -> Read:
    """Measure files from elsewhere: how many answers count in September, how many are good."""

    def measured(
        files: str, *allow: str, most: str | None = None, more: str = ""
    ) -> tuple[int, int]:
        company.data(f"{{id: s, files: {json.dumps(files)}, time: day, {more}}}", CSAT)
        found = company.measure(remote=read_allowed(allow, most, lambda _: None))
        assert found.problems == (), found.problems[0]
        [figure] = [f for f in found.figures if f.group.is_all]
        return figure.n, round(figure.estimate.value * figure.n / 100)

    return measured


@pytest.fixture
def refused(read: Read) -> Callable[..., str]:
    """Why files from elsewhere cannot be measured."""

    def why(*arguments: str, **named: Any) -> str:
        with pytest.raises(AssertionError) as caught:
            read(*arguments, **named)
        return str(caught.value).partition("\n")[0]

    return why
