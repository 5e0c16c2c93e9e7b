"""How many moments of truth a customer meets."""

from collections.abc import Mapping
from typing import NamedTuple

from cxmap.facts.references import personas
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace


class Lived(NamedTuple):
    """What a customer lives through on all current maps together."""

    touchpoints: int = 0
    moments: int = 0


def lived(workspace: Workspace) -> Mapping[str, Lived]:
    """How many touchpoints and moments of truth each customer meets, by the customer's id.

    A journey of a segment is one of its personas too, and the other way round. Another telling of
    a journey is not counted again, and drafts are not counted yet.
    """
    found: dict[str, Lived] = {}
    kin = _kin(workspace)
    for journey in workspace.journeys:
        if journey.state == "target" or journey.status == "draft" or journey.scenario_of:
            continue
        for customer, met in _met(workspace, journey, kin).items():
            before = found.get(customer, Lived())
            found[customer] = Lived(before.touchpoints + met[0], before.moments + met[1])
    return found


def _met(
    workspace: Workspace, journey: Journey, kin: Mapping[str, set[str]]
) -> Mapping[str, Lived]:
    """The same on one map."""
    whose = {c.id for c in workspace.customers.among(journey.customer_refs())}
    everybody = {k for customer in whose for k in kin[customer]}
    found = dict.fromkeys(everybody, Lived())
    for touchpoint in journey.touchpoints():
        only = workspace.customers.among(touchpoint.customers)
        for customer in {k for c in only for k in kin[c.id]} if only else everybody:
            before = found.get(customer, Lived())
            moment = touchpoint.moment_of_truth
            found[customer] = Lived(before.touchpoints + 1, before.moments + moment)
    return found


def _kin(workspace: Workspace) -> Mapping[str, set[str]]:
    """Each customer with the segment it belongs to and the personas that belong to it."""
    kin = {customer.id: {customer.id} for customer in workspace.customers}
    for persona, segment in personas(workspace):
        kin[persona.id].add(segment.id)
        kin[segment.id].add(persona.id)
    return kin
