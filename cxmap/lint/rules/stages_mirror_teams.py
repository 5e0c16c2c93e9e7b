"""The stages of a journey are the company's departments."""

from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.words import listed, quoted


@rule(
    Journey,
    severity=Severity.WARNING,
    hint="divide it where the customer's goal changes; a team may own touchpoints in any stage",
    source="S4 customer's point of view",
)
def stages_mirror_teams(
    journey: Journey,
    context: Context,
    *,
    least: Annotated[int, "stages from which a journey is looked at"] = 3,
) -> Iterator[Gap]:
    """A journey in which each stage belongs to one team and each team to one stage.

    That is an organisation chart: it shows who hands the customer on, and hides what happens to
    customers in between.

    Journeys of fewer than three such stages are left alone, and so are those
    whose teams help in each other's stages.

    Bad:

        journey: onboarding
        stages:
          - {name: Interest, touchpoints: [Advert - Web - Marketing]}
          - {name: Purchase, touchpoints: [Offer - Email - Sales]}
          - {name: Delivery, touchpoints: [Parcel - Letter - Logistics]}

    Good:

        journey: onboarding
        stages:
          - {name: I look around, touchpoints: [Advert - Web - Marketing, Advice - Phone - Sales]}
          - {name: I decide, touchpoints: [Offer - Email - Sales]}
          - {name: It is here, touchpoints: [Parcel - Letter - Logistics, Thanks - Email - Sales]}
    """
    facts = context.facts
    teams: list[str] = []
    for stage in journey.stages:
        owners = facts.owners(stage.touchpoints)
        if len(owners) > 1 or any(team not in owners for team in facts.helpers(stage.touchpoints)):
            return
        teams += owners
    if len(teams) >= least and len(set(teams)) == len(teams):
        names = listed([facts.team_name(team) for team in teams])
        message = f"the stages of {quoted(journey.label)} are the teams one by one: {names}"
        yield Gap(message, field="stages")
