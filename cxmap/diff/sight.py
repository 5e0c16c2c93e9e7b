"""What the words for changes may look at: both sides, and how people call things there."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxmap.diff.difference import Spot
from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.model.timeline import event_in_words, say
from cxmap.model.touchpoint import CUSTOMER
from cxmap.model.when import When
from cxmap.timing.calendar import Calendar
from cxmap.words import joined, quoted, signed

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Sight:
    """Both sides of a comparison.

    Attributes:
        was: what follows from the workspace before.
        now: what follows from the workspace after.
        calendar: which days are worked.
        currency: the currency of costs.
        aim: the one is today's map and the other what is aimed for.
    """

    was: Facts
    now: Facts
    calendar: Calendar
    currency: str = ""
    aim: bool = False

    def instead(self, now: str, was: str) -> str:
        """What is, with what was; or what is aimed for, with what is today."""
        return f"{now}, {'today' if self.aim else 'was'} {was}"

    @property
    def any_more(self) -> str:
        """The end of a sentence about what is no longer so."""
        return "" if self.aim else " any more"


def team(facts: Facts, reference: object) -> str:
    """Who a reference means: a team by its name, the customer alone, or nobody."""
    if not isinstance(reference, str):
        return NOBODY
    return "the customer alone" if reference == CUSTOMER else facts.team_name(reference)


def channel(facts: Facts, reference: object) -> str:
    """What people call a channel."""
    found = facts.workspace.all_channels.get(str(reference))
    return found.label if found else str(reference)


def metric(facts: Facts, reference: object) -> str:
    """What people call a metric."""
    found = facts.workspace.metrics.get(str(reference))
    return found.label if found else str(reference)


def customers(facts: Facts, references: object) -> str:
    """Whose it is: some customers by name, or everybody's."""
    if not isinstance(references, frozenset) or not references:
        return "everybody"
    return joined(sorted(customer(facts, reference) for reference in references))


def customer(facts: Facts, reference: object) -> str:
    """What people call a kind of customer."""
    found = facts.workspace.customers.get(str(reference))
    return found.label if found else str(reference)


def timeline(when: When | None, facts: Facts, journey: Journey | None) -> str:
    """A timeline inside a sentence, touchpoints by their names."""
    if when is None:
        return "at no set time"
    if when.words is not None:
        return quoted(when.words)

    def called(event: str) -> str:
        touchpoints = facts.workspace.touchpoint_index(journey) if journey else None
        found = touchpoints.get(event) if touchpoints else None
        return quoted(found.what) if found else event_in_words(event)

    said = say(when, called)
    return said[:1].lower() + said[1:]


def feeling(value: object, facts: Facts) -> str:
    """A rating with its sign, by customer where it differs: +1, −2 for Office manager."""
    if isinstance(value, frozenset | Mapping):
        pairs = value.items() if isinstance(value, Mapping) else value
        ratings = sorted((customer(facts, name), rating) for name, rating in pairs)
        return ", ".join(f"{signed(rating)} for {name}" for name, rating in ratings)
    return signed(value) if isinstance(value, int | float) else "not rated"


def named(spot: Spot | None) -> str:
    """An item by its name, in quotes."""
    return quoted(spot.name) if spot else ""
