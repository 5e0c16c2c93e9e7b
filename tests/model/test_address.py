"""Addresses of files elsewhere: which are read, and which are refused where they are written."""

from pathlib import Path

import pytest

from cxmap.loading.workspace import load
from cxmap.model.address import AddressError, read_address


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://host.example.com/a/may.csv", "https://host.example.com/a/may.csv"),
        ("HTTPS://Host.Example.com:443/A.csv", "https://host.example.com/A.csv"),
        ("https://host:8443/a.csv", "https://host:8443/a.csv"),
        ("https://[2001:db8::1]/a.csv", "https://[2001:db8::1]/a.csv"),
        ("http://127.0.0.1:8000/a.csv", "http://127.0.0.1:8000/a.csv"),
        ("http://localhost/a.csv", "http://localhost/a.csv"),
        ("s3://bucket/a/*.csv", "s3://bucket/a/*.csv"),
        ("gs://my_bucket/a/mars 2026?.csv", "gs://my_bucket/a/mars 2026?.csv"),
    ],
)
def test_an_address_is_read(text: str, told: str) -> None:
    assert str(read_address(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "ftp://host/a.csv",
        "file:///etc/passwd",
        "s3a://bucket/a.csv",
        "http://host.example.com/a.csv",
        "http://169.254.169.254/a.csv",
        "http://127.1/a.csv",
        "http://localhost.example.com/a.csv",
        "https://",
        "https:///a.csv",
        "https://host:0/a.csv",
        "https://host:99999/a.csv",
        "https://ho st/a.csv",
        "https://host\\@example.com/a.csv",
        "https://host/a\u200b.csv",
        "https://me:secret@host/a.csv",
        "https://secret@host/a.csv",
        "s3://key:secret@bucket/a.csv",
        "https://host/a.csv?token=secret",
        "https://host/a.csv#secret",
        "https://host?token=secret/a.csv",
        "https://host/*.csv",
        "https://host/a/../b.csv",
        "https://host/a/%2e%2E/b.csv",
        "https://host/a%2fb.csv",
        "https://host/a%0d%0ab.csv",
        "s3://bucket/a/../b.csv",
        "s3://b/a.csv",
        "s3://buck*t/a.csv",
        "s3://bucket?endpoint=evil/a.csv",
        "s3://arn:aws:s3:us-east-1:1:accesspoint/x",
    ],
)
def test_an_address_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(AddressError) as caught:
        read_address(text)
    assert caught.value.hint
    assert "secret" not in f"{caught.value} {caught.value.hint}"


@pytest.mark.parametrize(
    ("file", "place", "inside"),
    [
        ("s3://bucket/a/b.csv", "s3://bucket", True),
        ("s3://bucket/a/b.csv", "s3://bucket/a", True),
        ("s3://bucket/a/b.csv", "s3://bucket/a/", True),
        ("s3://bucket/a/b.csv", "s3://bucket/a/b.csv", True),
        ("s3://bucket/ab/b.csv", "s3://bucket/a", False),
        ("s3://bucket/a*/b.csv", "s3://bucket/a", False),
        ("s3://bucket2/a/b.csv", "s3://bucket", False),
        ("gs://bucket/a/b.csv", "s3://bucket", False),
        ("https://host/a/b.csv", "https://host/", True),
        ("https://host/%61/b.csv", "https://host/a/", True),
        ("https://host/a/b.csv", "https://host:8443/", False),
        ("https://host.example.com/b.csv", "https://host", False),
    ],
)
def test_what_lies_in_a_place(file: str, place: str, *, inside: bool) -> None:
    assert read_address(file).is_within(read_address(place)) is inside


def test_validate_says_where_an_address_holds_a_password(tmp_path: Path) -> None:
    lines = ["data:", "  - id: s", "    files: [a.csv, 'https://me:secret@host/a.csv']"]
    (tmp_path / "library.yaml").write_text("\n".join(lines) + "\n")
    [finding] = [f for f in load(tmp_path).findings if f.rule == "bad-value"]
    assert (finding.span.line, finding.span.column) == (3, 20)
    assert "name or password" in finding.message and "secret" not in finding.message
