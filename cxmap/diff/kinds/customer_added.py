"""A kind of customer is new."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight


@change_kind(Level.GAIN, sort=Sort.ADDED, of="customer")
def customer_added(_difference: Difference, _sight: Sight) -> str:
    """A kind of customer is declared that was not.

    Some customers are described that were not.

    Before:

        channels: [{id: fax, name: Fax}]

    After:

        channels: [{id: fax, name: Fax}]
        customers: [{id: new-buyer, name: First-time buyer}]
    """
    return "a new kind of customer"
