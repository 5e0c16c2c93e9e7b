"""A workbook looked into before it is opened: no bomb, no entities, nothing but sheets."""

import io
import re
import zipfile

from cxmap.errors import CxmapError
from cxmap.inventory.reading import Asked

MOST_BYTES = 40_000_000
"""Bytes that all parts of a workbook may have, unpacked."""
MOST_PARTS = 2_000
MOST_MERGED = 50_000
"""Cells that merged ranges, or links over ranges, may cover."""

_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"^<\?xml[^>]{0,200}encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_RANGE = re.compile(rb"<[^<>]{0,40}(?:mergeCell|hyperlink)\s[^>]*?\bref\s*=\s*[\"']([^\"']*)")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_PLAIN = (b"utf-8", b"us-ascii", b"ascii")
_OLD = b"\xd0\xcf\x11\xe0"


def checked(data: bytes, asked: Asked) -> None:
    """Stop where opening a workbook could take too long, or too much memory, or read other files.

    Raises:
        CxmapError: says why.
    """
    if data.startswith(_OLD):
        raise CxmapError(
            f"{asked.name} is an old or a locked workbook: open it, and save it as .xlsx without"
            " a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _look_into(packed, asked)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise CxmapError(f"{asked.name} is no workbook, or it is broken") from None


def _look_into(packed: zipfile.ZipFile, asked: Asked) -> None:
    parts = packed.infolist()
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_BYTES:
        size = MOST_BYTES // 1_000_000
        raise CxmapError(f"{asked.name} is larger than {size} MB when it is unpacked")
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            text = packed.read(part)  # no more than its size says, or it is broken
            if _is_odd(text):
                raise CxmapError(f"{asked.name} holds XML that no spreadsheet program writes")
            if sum(_cells_of(found[1]) for found in _RANGE.finditer(text)) > MOST_MERGED:
                raise CxmapError(f"{asked.name}: more than {MOST_MERGED:,} cells are merged")


def _is_odd(text: bytes) -> bool:
    """Whether XML has entities of its own, or an encoding that would hide what it holds."""
    start = text.removeprefix(b"\xef\xbb\xbf").lstrip()
    encoding = _ENCODING.match(start)
    hides = encoding is not None and encoding[1].lower() not in _PLAIN
    return hides or not start.startswith(b"<") or b"\0" in text or bool(_ENTITIES.search(text))


def _cells_of(area: bytes) -> int:
    """How many cells a range covers; more than may be where it is no range."""
    found = _AREA.fullmatch(area.decode("ascii", "replace"))
    if found is None:
        return MOST_MERGED + 1
    if found[3] is None:
        return 1
    across = abs(_number(found[3]) - _number(found[1])) + 1
    return across * (abs(int(found[4]) - int(found[2])) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
