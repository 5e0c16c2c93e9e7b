"""The programme no longer does something."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import NOUNS


@change_kind(
    Level.LOSS, sort=Sort.REMOVED, of={"communication", "training", "recognition", "review"}
)
def plan_removed(difference: Difference, _sight: Sight) -> str:
    """A communication, a training, a recognition or a review is no longer planned.

    Those who meet customers know less of them, or are no longer thanked.

    Before:

        strategy: {intent: We answer the same day, reviews: [{who: leader, when: {every: 1 month}}]}

    After:

        strategy: {intent: We answer the same day}
    """
    return f"{NOUNS[difference.spot.kind]}, no longer planned"
