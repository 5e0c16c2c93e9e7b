"""JSON as every machine format writes it: readable in any script, safe to print anywhere."""

import json
import re

from cxmap.output.plain import ODD


def dumps(value: object, *, indent: int | None = 2) -> str:
    """The JSON of a value, on one line where `indent` is None, without a line end.

    Letters of any script stay as they are. What would move a cursor, hide text or not survive
    UTF-8 is escaped, and reads back as the same text.
    """
    return ODD.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: re.Match[str]) -> str:
    if match[0] == "\n":  # it parts the lines; inside a text it is escaped already
        return "\n"
    return json.dumps(match[0])[1:-1].replace("\x7f", "\\u007f")
