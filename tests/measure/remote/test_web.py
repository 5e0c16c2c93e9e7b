"""Files on web servers: read where somebody allows it, and told in plain words where not."""

import base64
import gzip
import select
import socket
import tempfile
import threading
from contextlib import suppress

import duckdb
import pytest

from cxmap.measure.patience import TimeUp, at_most
from cxmap.measure.remote.allowed import read_allowed

from .conftest import CSAT, CSV, Page


def test_a_file_is_read_as_one_of_the_workspace_is(web, read) -> None:
    assert read(web.put("/feedback/may.csv"), f"{web.url}/feedback/") == (3, 2)


@pytest.mark.parametrize(
    ("name", "body", "headers"),
    [
        ("s.tsv", CSV.replace(",", "\t").encode(), {}),
        ("s.csv.gz", gzip.compress(CSV.encode()), {}),
        ("s.csv", gzip.compress(CSV.encode()), {"Content-Encoding": "gzip"}),
        ("s.csv", CSV.encode("utf-16"), {}),
        ("s.jsonl", b'{"day": "2026-09-01", "score": 5}\n{"day": "2026-09-02", "score": 1}\n', {}),
        ("m%C3%A4rz%202026.csv", CSV.encode(), {}),
    ],
    ids=range(6),
)
def test_every_kind_of_text_is_read(web, read, name: str, body: bytes, headers) -> None:
    assert read(web.put(f"/{name}", body, 200, headers), web.url)[0] in {2, 3}


def test_blanks_and_accents_of_an_address_are_sent_as_the_web_writes_them(web, read) -> None:
    web.put("/m%C3%A4rz%202026.csv")
    assert read(f"{web.url}/märz%202026.csv", web.url) == (3, 2)


def test_parquet_is_read(web, read, tmp_path) -> None:
    file = tmp_path / "s.parquet"
    with duckdb.connect() as made:
        made.execute(f"copy (select date '2026-09-01' as day, 5 as score) to '{file}'")
    assert read(web.put("/s.parquet", file.read_bytes()), web.url) == (1, 1)


def test_files_here_and_elsewhere_are_one_source(web, company) -> None:
    company.write(s_csv=CSV)
    company.data(f"{{id: s, files: [s.csv, '{web.put('/may.csv')}'], time: day}}", CSAT)
    found = company.measure(remote=read_allowed([web.url], None, lambda _: None))
    assert found.figures[0].n == 6
    assert found.sources[0].files == (f"{web.url}/may.csv", "s.csv")


def test_the_copy_goes_afterwards(web, read, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "private"))
    (tmp_path / "private").mkdir()
    read(web.put("/may.csv"), web.url)
    assert list((tmp_path / "private").iterdir()) == []


def test_nothing_is_asked_of_a_place_that_nobody_allowed(web, refused) -> None:
    why = refused(web.put("/feedback/may.csv"), f"{web.url}/other/", "https://example.com/")
    assert f"add `--allow-remote {web.url}/feedback/`, or set CXMAP_REMOTE" in why
    assert web.asked == []


@pytest.mark.parametrize("place", ["/feed", "/feedback/may", "/feedback/may.csv/x"])
def test_a_place_is_a_folder_and_no_beginning_of_letters(web, refused, place: str) -> None:
    assert "is outside this workspace" in refused(web.put("/feedback/may.csv"), web.url + place)


def test_a_redirect_is_followed_within_what_is_allowed(web, read) -> None:
    moved = Page(b"", 302, {"Location": "/new/may.csv?key=secret"})
    web.pages["/may.csv"], web.pages["/new/may.csv?key=secret"] = moved, Page(CSV.encode())
    assert read(f"{web.url}/may.csv", web.url) == (3, 2)


@pytest.mark.parametrize(
    ("to", "why"),
    [
        (
            "https://bucket.example.com/x.csv?key=secret",
            "--allow-remote https://bucket.example.com/`",
        ),
        ("/private/x.csv", "private/`, or set"),
        ("http://10.0.0.1/x.csv", "never read"),
        ("http://169.254.169.254/latest/meta-data/", "never read"),
        ("https://me:secret@example.com/x.csv", "never read"),
        ("file:///etc/passwd", "never read"),
        ("ftp://example.com/x.csv", "never read"),
        ("gs://bucket/x.csv", "never read"),
        ("/feedback/%2e%2e/private/x.csv", "never read"),
        ("https://[::1", "never read"),
        ("", "on and on"),
        ("/feedback/may.csv", "on and on"),
    ],
)
def test_a_redirect_to_elsewhere_is_refused(web, refused, to: str, why: str) -> None:
    web.pages["/feedback/may.csv"] = Page(b"", 302, {"Location": to})
    told = refused(f"{web.url}/feedback/may.csv", f"{web.url}/feedback/")
    assert why in told
    assert "secret" not in told
    assert {path for path, _ in web.asked} == {"/feedback/may.csv"}


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, "there is no `http"),
        (403, "is not for everybody (answer 403)"),
        (401, "no password is ever sent"),
        (503, "try again later"),
        (418, "cannot be had (answer 418)"),
    ],
)
def test_what_a_server_refuses_is_told(web, refused, status: int, why: str) -> None:
    assert why in refused(web.put("/may.csv", b"<p>secret</p>", status), web.url)


def test_a_connection_that_is_cut_gives_no_figures(web, refused) -> None:
    told = refused(web.put("/may.csv", CSV, cut=100), web.url)
    assert "cut before all of `http" in told


@pytest.mark.parametrize("before", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\nday"])
def test_a_server_that_says_a_letter_now_and_then_is_not_listened_to_for_ever(
    read, before: bytes
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as slow:
        url = f"http://127.0.0.1:{slow.getsockname()[1]}"
        serving = threading.Thread(target=_trickle, args=(slow, before))
        serving.start()
        with at_most(0.5, "half a second"), pytest.raises(TimeUp, match="half a second"):
            read(f"{url}/may.csv", url)
        serving.join()


def _trickle(slow: socket.socket, before: bytes) -> None:
    """Answer one client by a letter now and then, until it hangs up."""
    client, _ = slow.accept()
    with client, suppress(OSError):
        client.recv(65_536)
        client.sendall(before)
        while not select.select([client], [], [], 0.01)[0]:
            client.sendall(b"a")


def test_a_file_that_is_too_large_is_not_copied(web, refused) -> None:
    url = web.put("/may.csv", "day,score\n" + "2026-09-01,5\n" * 1_000)
    assert "there is more than 1 kB to copy" in refused(url, web.url, most="1 kB")


def test_all_files_of_a_run_count_together(web, company) -> None:
    files = [web.put(f"/{name}.csv", "day,score\n" + "2026-09-01,5\n" * 60) for name in "ab"]
    company.data(f"{{id: s, files: {files}, time: day}}", CSAT)
    found = company.measure(remote=read_allowed([web.url], "1kB", lambda _: None))
    assert "more than 1 kB" in found.problems[0]


def test_where_nobody_answers_is_told(refused) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert f"nobody answers at `{url[7:]}`" in refused(f"{url}/may.csv", url)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001"])
def test_a_name_that_leads_into_this_machine_is_refused(refused, host: str) -> None:
    told = refused(f"https://{host}/may.csv", f"https://{host}")
    assert "no address of the internet" in told or "there is no host" in told


def test_where_clouds_keep_credentials_nothing_is_read(refused) -> None:
    place = "https://169.254.169.254/"
    told = refused(f"{place}latest/may.csv", place, "169.254.0.0/16")
    assert "no file is ever read from" in told


def test_a_server_shows_who_it_is(safe_web, read) -> None:
    assert read(safe_web.put("/may.csv"), safe_web.url) == (3, 2)


def test_a_server_that_cannot_show_who_it_is_is_not_believed(
    safe_web, refused, monkeypatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    told = refused(safe_web.put("/may.csv"), safe_web.url)
    assert "its certificate is not to be trusted" in told
    assert safe_web.asked == []


def test_a_server_that_speaks_no_tls_is_told(web, refused) -> None:
    place = f"https://127.0.0.1:{web.port}/"
    assert "does not answer as a web server does" in refused(f"{place}may.csv", place)


def test_the_proxy_of_the_company_is_used(safe_web, read, monkeypatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        heard: list[bytes] = []
        serving = threading.Thread(target=_tunnel, args=(proxy, safe_web.port, heard))
        serving.start()
        address = f"http://me:pass%20word@127.0.0.1:{proxy.getsockname()[1]}"
        monkeypatch.setenv("HTTPS_PROXY", address)
        assert read(safe_web.put("/may.csv"), safe_web.url) == (3, 2)
        serving.join()
    assert f"CONNECT localhost:{safe_web.port}".encode() in heard[0]
    assert base64.b64encode(b"me:pass word") in heard[0]


def _tunnel(proxy: socket.socket, port: int, heard: list[bytes]) -> None:
    """Let one connection through to a port of this machine."""
    client, _ = proxy.accept()
    with client, socket.create_connection(("127.0.0.1", port)) as server:
        heard.append(client.recv(65_536))
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        while True:
            for one in select.select([client, server], [], [])[0]:
                piece = one.recv(65_536)
                if not piece:
                    return
                (server if one is client else client).sendall(piece)
