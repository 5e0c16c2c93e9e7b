"""The programme does something new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import NOUNS


@change_kind(Level.GAIN, sort=Sort.ADDED, of={"communication", "training", "recognition", "review"})
def plan_added(difference: Difference, _sight: Sight) -> str:
    """A communication, a training, a recognition or a review is planned that was not.

    Those who meet customers know more of them, or are thanked.

    Before:

        strategy: {intent: We answer the same day}

    After:

        strategy: {intent: We answer the same day, reviews: [{who: leader, when: {every: 1 month}}]}
    """
    return f"{NOUNS[difference.spot.kind]}, new"
