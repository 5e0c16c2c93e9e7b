"""What of a workspace concerns one team or one type of customer."""

from cxmap.facts import Facts
from cxmap.model.journey import Journey


def concerns(journey: Journey, focus: str, facts: Facts) -> bool:
    """Whether a map concerns a team or a customer.

    Args:
        journey: the map.
        focus: `team:ID` or `customer:ID`; nothing is everybody.
        facts: what follows from the workspace.
    """
    kind, _, identity = focus.partition(":")
    if not kind:
        return True
    if kind == "customer":
        return identity in {customer.id for customer in facts.customers(journey)}
    touchpoints = tuple(journey.touchpoints())
    return identity in {*facts.owners(touchpoints), *facts.helpers(touchpoints)}
