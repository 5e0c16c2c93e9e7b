"""What to write, where several rules say the same."""

from cxmap.lint.rule import Context
from cxmap.model.touchpoint import Touchpoint


def act_on(touchpoint: Touchpoint, context: Context) -> str:
    """An action on a touchpoint, in the map's own ids, ready to be completed."""
    journey, _ = context.home()
    owner = context.facts.team(touchpoint.who) or "<team>"
    return f"`actions: [{{title: …, touchpoints: [{journey.id}/{touchpoint.id}], owner: {owner}}}]`"
