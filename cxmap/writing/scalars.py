"""One text as YAML writes it: plain where that can be read as it is meant, else in quotes."""

import json

from cxmap.source.parse import in_quotes, parse


def as_scalar(text: str, *, in_brackets: bool = False) -> str:
    """How a text is written on one line.

    Args:
        text: any text.
        in_brackets: it stands in `[…]` or `{…}`, where commas part.
    """
    for written in (text, in_quotes(text)):
        if "\n" not in written and _reads_as(written, text, in_brackets=in_brackets):
            return written
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _reads_as(written: str, text: str, *, in_brackets: bool) -> bool:
    line = f"- [{written}, x]" if in_brackets else f"- {written}"
    parsed = parse(f"{line}\n")
    return not parsed.problems and parsed.data == [[text, "x"] if in_brackets else text]
