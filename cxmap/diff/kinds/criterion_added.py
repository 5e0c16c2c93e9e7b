"""The intent is held to one more thing."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, sort=Sort.ADDED, of="criterion")
def criterion_added(_difference: Difference, _sight: Sight) -> str:
    """The intent is managed by a criterion that it did not have.

    An intent that can be checked is more than a slogan.

    Before:

        strategy: {intent: We answer the same day}

    After:

        strategy: {intent: We answer the same day, criteria: [A person answers]}
    """
    return "the intent is held to this"
