"""A workbook looked into before it is opened: no bomb, no entities, nothing but sheets."""

import io
import re
import zipfile

from cxmap.errors import CxmapError
from cxmap.inventory.reading import Asked

MOST_BYTES = 40_000_000
"""Bytes that all parts of a workbook may have, unpacked."""
MOST_PARTS = 2_000

_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
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
            if _ENTITIES.search(text) or b"\0" in text:
                raise CxmapError(f"{asked.name} holds XML that no spreadsheet program writes")
