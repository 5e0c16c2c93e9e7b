"""The customers of a workspace, as a list shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.say import many
from cxmap.report.studio import Studio


@dataclass(frozen=True, slots=True)
class Who:
    """A customer as the list shows them.

    Attributes:
        name: what people call them.
        href: their page, or nothing.
        about: who they are, in a sentence.
        goal: what they want first.
        journeys: how many journeys name them, in words.
        followed: some map follows them, be it as part of a segment.
    """

    name: str
    href: str
    about: str
    goal: str
    journeys: str
    followed: bool


def people(studio: Studio) -> Iterator[Who]:
    """The customers, declared anywhere, with how many journeys name them."""
    brief = studio.brief
    for identity in brief.workspace.customers.ids():
        customer = brief.workspace.customers.get(identity)
        if customer is None:
            continue
        followed = [
            j.label
            for j in brief.journeys
            if j.state == "current" and customer in brief.facts.customers(j)
        ]
        yield Who(
            customer.label,
            studio.links.to("customer", customer.id),
            customer.about or "",
            customer.goals[0] if customer.goals else "",
            many(len(followed), "journey") if followed else "",
            identity in brief.facts.followed,
        )
