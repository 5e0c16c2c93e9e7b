"""Samples of YAML in hints, made of the user's own words."""

import json
import re

from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.words import listed

_PLAIN = re.compile(
    r"(?!null$)[^\W_](?:[^,\[\]{}:#&*!|>'\"%@`\\]*[^\s,\[\]{}:#&*!|>'\"%@`\\])?", re.IGNORECASE
)


def flow(text: str) -> str:
    """A text as it is written between brackets or braces: in quotes where it needs them."""
    plain = " ".join(text.split())
    return plain if _PLAIN.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)


def measures(facts: Facts, journey: Journey, where: str) -> str:
    """How something is measured `where` nothing is, by the metrics that ask its customers."""
    known = facts.measures.voices_on(journey) or [metric.id for metric in facts.measures.voices]
    such = f", such as {listed(known, 4)}" if known else ""
    return f"`measures: [<metric>]`{such}, or a listening post on {where}"
