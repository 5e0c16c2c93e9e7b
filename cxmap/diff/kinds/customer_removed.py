"""A kind of customer is gone."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.LOSS, sort=Sort.REMOVED, of="customer")
def customer_removed(_difference: Difference, _sight: Sight) -> str:
    """A kind of customer is no longer declared.

    Nobody says any more who some of the customers are.

    Before:

        channels: [{id: fax, name: Fax}]
        customers: [{id: new-buyer, name: First-time buyer}]

    After:

        channels: [{id: fax, name: Fax}]
    """
    return "a kind of customer that is gone"
