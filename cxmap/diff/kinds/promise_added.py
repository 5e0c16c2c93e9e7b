"""Customers may expect one more thing everywhere."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import expected
from cxmap.words import quoted


@change_kind(Level.GAIN, "always_expect", "expectations")
def promise_added(difference: Difference, _sight: Sight) -> str | None:
    """Customers expect something, or may expect it at every touchpoint, that was not written down.

    What is written down once holds for every team.

    Before:

        strategy: {always_expect: [Reliable]}

    After:

        strategy: {always_expect: [Reliable, Friendly]}
    """
    if difference.now is None:
        return None
    return f"{expected(difference)} {quoted(str(difference.now), 120)}"
