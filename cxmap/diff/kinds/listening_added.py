"""A listening post is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, sort=Sort.ADDED, of="listening")
def listening_added(_difference: Difference, _sight: Sight) -> str:
    """A listening post is declared that was not.

    Customers are heard in one more place.

    Before:

        channels: [{id: fax, name: Fax}]

    After:

        channels: [{id: fax, name: Fax}]
        listening: [{id: survey, name: Welcome survey}]
    """
    return "a new listening post"
