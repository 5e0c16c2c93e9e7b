"""Customers may expect one thing less."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.diff.summary import expected
from cxmap.words import quoted


@change_kind(Level.LOSS, "always_expect", "expectations")
def promise_removed(difference: Difference, _sight: Sight) -> str | None:
    """It no longer says that customers expect something.

    The expectation may still be there, and nobody works to meet it.

    Before:

        strategy: {always_expect: [Reliable, Friendly]}

    After:

        strategy: {always_expect: [Reliable]}
    """
    if difference.was is None:
        return None
    return f"no longer says: {expected(difference)} {quoted(str(difference.was), 120)}"
