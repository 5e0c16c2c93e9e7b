"""Which teams meet a customer, and which of them have been told who that is."""

from collections.abc import Iterator, Mapping

from cxmap.facts.references import personas
from cxmap.model.touchpoint import CUSTOMER
from cxmap.model.workspace import Workspace
from cxmap.words import slug

_EVERYBODY = frozenset({"everyone", "all-teams"})


def on_maps(workspace: Workspace) -> frozenset[str]:
    """The ids of the teams that own a touchpoint or help at one, on any map."""
    written = {
        reference
        for _, _, touchpoint in workspace.touchpoints()
        for reference in (touchpoint.who or CUSTOMER, *touchpoint.with_)
    }
    return frozenset(_team(workspace, reference) for reference in written - {CUSTOMER})


def followed(workspace: Workspace) -> frozenset[str]:
    """The ids of the customers that a map follows.

    A segment is followed where one of its personas is, and a persona where its segment is.
    """
    own = {c.id for j in workspace.journeys for c in workspace.customers.among(j.customer_refs())}
    around = set()
    for persona, segment in personas(workspace):
        if persona.id in own:
            around.add(segment.id)
        if segment.id in own:
            around.add(persona.id)
    return frozenset(own | around)


def serving(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The teams that own touchpoints of a customer's current journeys, by the customer's id.

    Teams are ids where they are declared, in the order in which the customer meets them.
    Drafts do not count.
    """
    found: dict[str, dict[str, None]] = {}
    for journey in workspace.journeys:
        if journey.state != "current" or journey.status == "draft":
            continue
        everybody = workspace.customers.among(journey.customer_refs())
        for touchpoint in journey.touchpoints():
            if not touchpoint.wrote_answer("who") or touchpoint.who in {None, CUSTOMER}:
                continue
            only = workspace.customers.among(touchpoint.customers)
            for customer in only or everybody:
                teams = found.setdefault(customer.id, {})
                teams[_team(workspace, touchpoint.who or "")] = None
    return {customer: tuple(teams) for customer, teams in found.items()}


def told(workspace: Workspace) -> Mapping[str, frozenset[str]]:
    """The teams that a communication or training tells who a customer is, by the customer's id.

    What is said of a segment tells of its personas, and what is said of a persona of its segment.
    """
    found: dict[str, set[str]] = {}
    for teams, covers in _lessons(workspace):
        for customer in workspace.customers.among(covers):
            found.setdefault(customer.id, set()).update(teams)
    own = {customer: frozenset(teams) for customer, teams in found.items()}
    for persona, segment in personas(workspace):
        found.setdefault(persona.id, set()).update(own.get(segment.id, ()))
        found.setdefault(segment.id, set()).update(own.get(persona.id, ()))
    return {customer: frozenset(teams) for customer, teams in found.items()}


def _lessons(workspace: Workspace) -> Iterator[tuple[set[str], tuple[str, ...]]]:
    """Who is told about whom: the teams, and what a communication or training covers."""
    strategy = workspace.strategy
    if strategy is None:
        return
    for communication in strategy.communications:
        names = {slug(reference) for reference in communication.audience}
        teams = {_team(workspace, reference) for reference in communication.audience}
        yield teams | set(workspace.teams.ids() if names & _EVERYBODY else ()), communication.covers
    for training in strategy.training:
        yield {_team(workspace, reference) for reference in training.teams}, training.covers


def _team(workspace: Workspace, reference: str) -> str:
    team = workspace.teams.get(reference)
    return team.id if team is not None else reference
