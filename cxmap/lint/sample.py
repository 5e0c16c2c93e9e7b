"""Samples of YAML in hints, made of the user's own words."""

import json
import re

_PLAIN = re.compile(
    r"(?!null$)[^\W_](?:[^,\[\]{}:#&*!|>'\"%@`\\]*[^\s,\[\]{}:#&*!|>'\"%@`\\])?", re.IGNORECASE
)


def flow(text: str) -> str:
    """A text as it is written between brackets or braces: in quotes where it needs them."""
    plain = " ".join(text.split())
    return plain if _PLAIN.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)
