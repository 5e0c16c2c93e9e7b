"""From bytes to text: in the encoding that they certainly have, or the one that was named."""

import codecs

from cxmap.errors import CxmapError
from cxmap.inventory.reading import Asked
from cxmap.source.tree import LARGEST

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes, asked: Asked) -> str:
    """The text of a file.

    Args:
        data: its bytes.
        asked: what a user says of it.

    Raises:
        CxmapError: it is too large, or its encoding is not certain and was not named.
    """
    if len(data) > LARGEST:
        raise CxmapError(f"{asked.name} is larger than {LARGEST // 1_000_000} MB")
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", ""))
    encoding = asked.encoding or encoding
    try:
        text = data[len(mark) :].decode(encoding or "utf-8")
    except LookupError:
        raise CxmapError(f"there is no encoding `{encoding}`; try `utf-8` or `cp1252`") from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        told = f"{asked.name}, line {line}: this is not {encoding or 'UTF-8'}"
        hint = "name the encoding, such as `--encoding cp1252` for a file from Excel on Windows"
        raise CxmapError(f"{told}; {hint}") from None
    if "\0" in text:
        raise CxmapError(f"{asked.name} holds NUL characters: it is no text; `--encoding` may help")
    return text
