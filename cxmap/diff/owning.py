"""Who answers for something, in words."""

from cxmap.diff.difference import Difference
from cxmap.diff.sight import Sight
from cxmap.model.touchpoint import CUSTOMER


def owns(reference: object) -> bool:
    """Whether a team owns it: nobody does where customers are alone."""
    return reference is not None and reference != CUSTOMER


def owns_it(difference: Difference, sight: Sight) -> bool:
    """Whether the team that a list of helpers lost is the owner now."""
    who = getattr(difference.spot.part, "who", None)
    return who is not None and sight.now.team(who) == difference.was


def owned(difference: Difference, by: str) -> str:
    """How it is said that somebody answers for an item."""
    if difference.field == "respond.who":
        return f"unhappy customers are answered by {by}"
    if difference.now == CUSTOMER:
        return f"left to {by}"
    return f"owned by {by}" if difference.field == "who" else f"{by} answers for it"
