"""One team alone carries a journey."""

from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.words import quoted


@rule(
    Journey,
    severity=Severity.INFO,
    hint="ask the other teams where they meet this customer, and add them as `who` or `with`",
    source="S0 sales, marketing, service, fulfilment",
)
def journey_single_team(
    journey: Journey,
    context: Context,
    *,
    least: Annotated[int, "touchpoints from which one team alone is too few"] = 5,
) -> Iterator[Gap]:
    """A journey on which one team owns five touchpoints or more, and no other team any.

    Customers meet a company, not a department: where one team drew the map alone, the touchpoints
    of the others are missing from it.

    Bad:

        journey: billing
        stages:
          - name: I pay
            touchpoints:
              - Offer - Email - Billing
              - Invoice - Email - Billing
              - Reminder - Letter - Billing
              - Receipt - Email - Billing
              - Answer to a question - Phone - Billing

    Good:

        journey: billing
        stages:
          - name: I pay
            touchpoints:
              - Offer - Email - Sales
              - Invoice - Email - Billing
              - Reminder - Letter - Billing
              - Receipt - Email - Billing
              - Answer to a question - Phone - Support
    """
    facts = context.facts
    owned = [t for t in journey.touchpoints() if facts.team(t.who) is not None]
    if len(owned) < least:
        return
    teams = {*facts.owners(owned), *facts.helpers(journey.touchpoints())}
    if len(teams) == 1:
        name = facts.team_name(teams.pop())
        message = f"{name} is alone on {quoted(journey.label)}: no other team owns or helps"
        yield Gap(f"{message} any of its touchpoints", field="who")
