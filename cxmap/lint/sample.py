"""Samples of YAML in hints, made of the user's own words."""

from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.words import listed


def measures(facts: Facts, journey: Journey, where: str) -> str:
    """How something is measured `where` nothing is, by the metrics that ask its customers."""
    known = facts.measures.voices_on(journey) or [metric.id for metric in facts.measures.voices]
    such = f", such as {listed(known, 4)}" if known else ""
    return f"`measures: [<metric>]`{such}, or a listening post on {where}"
