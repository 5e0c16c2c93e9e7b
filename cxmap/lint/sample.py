"""Samples of YAML in hints, made of the user's own words."""

import json
import re

from cxmap.facts import Facts
from cxmap.words import listed

_PLAIN = re.compile(
    r"(?!null$)[^\W_](?:[^,\[\]{}:#&*!|>'\"%@`\\]*[^\s,\[\]{}:#&*!|>'\"%@`\\])?", re.IGNORECASE
)


def flow(text: str) -> str:
    """A text as it is written between brackets or braces: in quotes where it needs them."""
    plain = " ".join(text.split())
    return plain if _PLAIN.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)


def measures(facts: Facts, where: str) -> str:
    """How something is measured `where` nothing is, with the metrics that ask customers."""
    asking = [metric.id for metric in facts.voices]
    known = f" (customers are asked by {listed(asking, 5)})" if asking else ""
    return f"`measures: [<metric>]`{known}, or a listening post on {where}"
