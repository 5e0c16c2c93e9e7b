"""A PDF in a third of its size: the same pages, tags and links, written tightly.

Browsers write every tag of a page as a plain object with a line of 20 bytes in a table, and places
to a millionth of a pixel. PDF 1.5 keeps objects together in compressed
streams (ISO 32000-1, 7.5.7 and 7.5.8), and two decimals are finer than any printer.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from itertools import accumulate

_TABLE = re.compile(
    rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] ?\r?\n)+)trailer\n<<(.*?)>>\nstartxref", re.DOTALL
)
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)endobj\n?", re.DOTALL)
_STREAM = re.compile(rb"<<(.*?)>>\s*stream\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+")
_FINE = re.compile(rb"(\.\d\d)\d+(?![^\n]*(?:cm|Tm|rg|scn))")  # not in matrices and colours
_SIZE = re.compile(rb"/Size \d+")
_TOGETHER = 200  # objects in one compressed stream
_DATED = b"/CreationDate"  # stays readable by itself
_ALONE, _INSIDE = 1, 2  # how an object stands in the file


def pack(pdf: bytes) -> bytes:
    """The same document in fewer bytes; as it is where it is not written as browsers do."""
    table = _TABLE.search(pdf)
    objects = dict(_objects(pdf, table)) if table else {}
    if table is None or len(objects) + 1 != int(table[1]):
        return pdf
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = {0: (0, 0, 65535)}
    loose = {}
    for number, body in objects.items():
        if b"stream\n" in body or _DATED in body:
            places[number] = (_ALONE, len(out), 0)
            out += _object(number, _tight(body))
        else:
            loose[number] = body.strip()
    following = max(objects) + 1
    for some in _parted(loose):
        places |= {number: (_INSIDE, following, n) for n, number in enumerate(some)}
        places[following] = (_ALONE, len(out), 0)
        out += _object(following, _together(some))
        following += 1
    start = len(out)
    places[following] = (_ALONE, start, 0)
    out += _object(following, _index(places, table[3]))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _objects(pdf: bytes, table: re.Match[bytes]) -> Iterator[tuple[int, bytes]]:
    """The objects by number; each reaches to where the next one begins."""
    lines = table[2].split(b"\n")
    starts = sorted(int(line[:10]) for line in lines if line[17:18] == b"n")
    for start, end in zip(starts, [*starts[1:], table.start()], strict=True):
        found = _OBJECT.match(pdf, start, end)
        if found:
            yield int(found[1]), found[2]


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def _stream(words: bytes, data: bytes) -> bytes:
    return b"<<%s /Length %d>> stream\n%s\nendstream" % (words, len(data), data)


def _tight(body: bytes) -> bytes:
    """A stream pressed harder, and where it draws with its numbers cut to two decimals."""
    head = _STREAM.match(body)
    if head is None or b"/Filter /FlateDecode" not in head[1]:
        return body
    data = body[head.end() : body.rindex(b"\nendstream")]
    try:
        plain = zlib.decompress(data)
    except zlib.error:
        return body
    if b"/Type" not in head[1] and b"/Length1" not in head[1]:
        plain = _FINE.sub(rb"\1", plain)
    return _stream(_LENGTH.sub(b"", head[1]), zlib.compress(plain, 9))


def _parted(objects: Mapping[int, bytes]) -> Iterator[Mapping[int, bytes]]:
    numbers = list(objects)
    for first in range(0, len(numbers), _TOGETHER):
        yield {number: objects[number] for number in numbers[first : first + _TOGETHER]}


def _together(objects: Mapping[int, bytes]) -> bytes:
    """One compressed stream of several objects: their numbers and places, then they themselves."""
    starts = accumulate((len(body) + 1 for body in objects.values()), initial=0)
    head = b" ".join(b"%d %d" % pair for pair in zip(objects, starts, strict=False)) + b" "
    data = zlib.compress(head + b"\n".join(objects.values()), 9)
    words = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(objects), len(head))
    return _stream(words, data)


def _index(places: Mapping[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    """The stream that says where every object is, in place of the table."""
    rows = b"".join(
        kind.to_bytes(1) + at.to_bytes(4) + place.to_bytes(2)
        for _, (kind, at, place) in sorted(places.items())
    )
    words = _SIZE.sub(b"/Type /XRef /Size %d /W [1 4 2]" % len(places), trailer.strip())
    return _stream(words + b" /Filter /FlateDecode", zlib.compress(rows, 9))
