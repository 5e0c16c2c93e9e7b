"""What a text says, however it is laid out."""

from cxmap.model.identity import expand_and_name
from cxmap.model.notes import ONE_LINE
from cxmap.source.document import Document
from cxmap.source.packed import SPANS, Raw
from cxmap.source.parse import parse


def meaning(text: str) -> Raw:
    """What a text says, with touchpoints written out and without the places of things.

    None where it cannot be read.
    """
    parsed = parse(text)
    if parsed.problems:
        return None
    if isinstance(parsed.data, dict) and "journey" in parsed.data:
        expand_and_name(Document("", text), parsed.data)
    return _placeless(parsed.data)


def _placeless(raw: Raw) -> Raw:
    if isinstance(raw, dict):
        return {k: _placeless(v) for k, v in raw.items() if k not in {SPANS, ONE_LINE}}
    return [_placeless(item) for item in raw] if isinstance(raw, list) else raw
