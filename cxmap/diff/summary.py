"""An item in a few words."""

from cxmap.diff.difference import Difference, Spot
from cxmap.diff.sight import Sight, channel, feeling, team, timeline
from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import count, joined

NOUNS = {
    "channel": "a channel",
    "data": "a source of data",
    "insight": "an insight",
    "communication": "a communication",
    "training": "a training",
    "recognition": "a recognition",
    "review": "a review of the dashboard",
}
"""What an item outside maps is called."""


def summary(spot: Spot | None, sight: Sight) -> str:
    """A touchpoint in a few words: by whom, how, when, and how it feels."""
    if spot is None or not isinstance(spot.part, Touchpoint):
        return ""
    touchpoint = spot.part
    facts = _side(spot, sight)
    parts = [f"owned by {team(facts, touchpoint.who)}"]
    if touchpoint.by_customer:
        parts = ["left to the customer alone"]
    if touchpoint.how:
        parts.append(f"by {joined([channel(facts, how) for how in touchpoint.how])}")
    if touchpoint.when:
        parts.append(timeline(touchpoint.when, facts, spot.journey))
    if touchpoint.emotion is not None:
        felt = feeling(touchpoint.emotion, facts)
        aims = sight.aim and spot.journey is not None and spot.journey.state == "target"
        parts.append(f"{'aims for' if aims else 'rated'} {felt}")
    return ", ".join(parts)


def extent(journey: Journey) -> str:
    """How large a map is."""
    touchpoints = sum(1 for _ in journey.touchpoints())
    return f"{count(touchpoints, 'touchpoint')} in {count(len(journey.stages), 'stage')}"


def expected(difference: Difference) -> str:
    """Where customers expect something: everywhere, or these customers."""
    everywhere = difference.field == "always_expect"
    return "customers may always expect" if everywhere else "expects"


def _side(spot: Spot, sight: Sight) -> Facts:
    return sight.now if spot.journey in sight.now.workspace.journeys else sight.was
