"""Nobody says whose journey it is."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.profile import Profile
from cxmap.words import listed, quoted


@rule(Journey, severity=Severity.WARNING, profile=Profile.STARTER, source="S0 know your customer")
def journey_without_customer(journey: Journey, context: Context) -> Iterator[Gap]:
    """A journey that does not say which customer lives through it.

    A journey of everybody is nobody's: what one kind of customer waits for annoys the next.

    Bad:

        journey: onboarding
        title: Becoming a customer

    Good:

        journey: onboarding
        title: Becoming a customer
        customers: [{name: First-time buyer}]
    """
    if journey.wrote_answer("customers"):
        return
    known = context.workspace.customers.ids()
    hint = f"`customers: [<customer>]` (customers: {listed(known)})"
    yield missing(
        journey,
        "customers",
        f"nobody says whose journey {quoted(journey.label)} is",
        hint=hint if known else "`customers: [{name: <who they are>}]`",
    )
