"""What references mean: the declared item; nothing where none is, or where a name is shared."""

from collections.abc import Iterator

from cxmap.model.customer import Customer
from cxmap.model.index import Ambiguous
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import CUSTOMER, Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.timing.words import is_placeholder


def team_of(workspace: Workspace, reference: str | None) -> str | None:
    """The id of the team a reference means; the reference itself where no team is declared.

    None for nobody, be it a placeholder, and for `customer`.
    """
    if reference is None or reference == CUSTOMER or is_placeholder(reference):
        return None
    team = workspace.teams.get(reference)
    return team.id if team else reference


def touchpoints_of(workspace: Workspace, reference: str) -> tuple[tuple[Journey, Touchpoint], ...]:
    """What `journey/touchpoint` means on the current map, the target map or both."""
    try:
        return workspace.touchpoints_of(reference)
    except Ambiguous:
        return ()


def stages_of(workspace: Workspace, reference: str) -> tuple[tuple[Journey, Stage], ...]:
    """What `journey#stage` means on the current map, the target map or both."""
    try:
        return workspace.stages_of(reference)
    except Ambiguous:
        return ()


def personas(workspace: Workspace) -> Iterator[tuple[Customer, Customer]]:
    """Every customer that belongs to a segment, with that segment."""
    for customer in workspace.customers:
        segment = workspace.customers.get(customer.segment)
        if segment is not None:
            yield customer, segment
