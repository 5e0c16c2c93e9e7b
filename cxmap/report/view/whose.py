"""Whose journey it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.report.brief import Brief
from cxmap.report.page import Links


@dataclass(frozen=True, slots=True)
class Whose:
    """A customer whose journey it is: name, page, a sentence, what they want."""

    name: str
    href: str
    about: str
    goal: str


def whose(journey: Journey, brief: Brief, links: Links) -> Iterator[Whose]:
    """The customers of a journey, declared or not."""
    for reference in journey.customer_refs():
        customer = brief.workspace.customers.get(reference)
        if customer is None:
            yield Whose(reference, "", "", "")
        else:
            goal = customer.goals[0] if customer.goals else ""
            href = links.to("customer", customer.id)
            yield Whose(customer.label, href, customer.about or "", goal)
