"""The intent is held to one thing less."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="criterion")
def criterion_removed(_difference: Difference, _sight: Sight) -> str:
    """The intent is no longer managed by a criterion that it had.

    Nobody will notice when customers no longer get it.

    Before:

        strategy: {intent: We answer the same day, criteria: [A person answers]}

    After:

        strategy: {intent: We answer the same day}
    """
    return "the intent is no longer held to this"
