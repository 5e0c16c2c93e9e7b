"""The intent says something else."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.RISK, "intent")
def intent_changed(difference: Difference, sight: Sight) -> str:
    """The statement of what customers are to experience says something else.

    Everything on the maps was made to fit the old one.

    Before:

        strategy: {intent: We answer the same day}

    After:

        strategy: {intent: We ring before they have to}
    """
    now, was = (
        quoted(str(text), 120) if text else "nothing" for text in (difference.now, difference.was)
    )
    return sight.instead(f"the intent is {now}", was)
