"""What may be read from elsewhere: places, networks and sizes, as they are written."""

import pytest

from cxmap.errors import CxmapError
from cxmap.measure.remote.allowed import in_words, read_allowed


def allowed(*places: str, most: str | None = None):
    return read_allowed(places, most, lambda _: None)


@pytest.mark.parametrize(
    ("ip", "host", "place", "is_open"),
    [
        ("93.184.216.34", "example.com", "https://example.com", True),
        ("2606:2800:220:1::1", "example.com", "https://example.com", True),
        ("10.1.2.3", "example.com", "https://example.com", False),
        ("10.1.2.3", "example.com", "10.0.0.0/8", True),
        ("10.1.2.3", "10.1.2.3", "https://10.1.2.3", True),
        ("192.168.1.1", "example.com", "10.0.0.0/8", False),
        ("100.100.100.200", "example.com", "https://example.com", False),
        ("127.0.0.1", "example.com", "https://example.com", False),
        ("::1", "example.com", "https://example.com", False),
        ("127.0.0.1", "localhost", "https://localhost", True),
        ("::1", "localhost", "https://localhost", True),
        ("fd00:ec2::254", "example.com", "https://example.com", False),
        ("169.254.169.254", "169.254.169.254", "169.254.0.0/16", False),
        ("fe80::1%eth0", "example.com", "fe80::/10", False),
        ("0.0.0.0", "0.0.0.0", "0.0.0.0/0", False),  # noqa: S104 (refused)
        ("::ffff:169.254.169.254", "example.com", "https://example.com", False),
        ("::ffff:10.0.0.1", "example.com", "https://example.com", False),
        ("64:ff9b::a9fe:a9fe", "example.com", "https://example.com", False),
        ("64:ff9b::5db8:d822", "example.com", "https://example.com", True),
        ("2002:a9fe:a9fe::1", "example.com", "https://example.com", False),
        ("224.0.0.1", "example.com", "https://example.com", False),
    ],
)
def test_whom_a_map_may_lead_to(ip: str, host: str, place: str, *, is_open: bool) -> None:
    assert allowed(place).is_open(ip, host) is is_open


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("feedback/", "is no place"),
        ("s3://", "names no bucket"),
        ("s3://bucket/*", "no patterns"),
        ("https://me:secret@host/", "name or password"),
        ("http://example.com/", "on its way"),
        ("*", "is no place"),
    ],
)
def test_a_place_that_means_nothing_is_told(place: str, why: str) -> None:
    with pytest.raises(CxmapError, match=why) as caught:
        allowed(place)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("size", ["much", "10", "-1 GB", "1e9 GB", ""])
def test_a_size_that_means_nothing_is_told(size: str) -> None:
    with pytest.raises(CxmapError, match="is no size: write `500MB`"):
        allowed(most=size)


@pytest.mark.parametrize(
    ("size", "words"), [("500MB", "500 MB"), ("1 tb", "1000 GB"), ("1500 kB", "1.5 MB")]
)
def test_sizes_are_told_as_they_are_written(size: str, words: str) -> None:
    assert in_words(allowed(most=size).most) == words
