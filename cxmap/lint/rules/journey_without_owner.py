"""Nobody is accountable for a whole journey."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.words import listed, quoted


@rule(Journey, severity=Severity.WARNING, source="S4 shared accountability")
def journey_without_owner(journey: Journey, context: Context) -> Iterator[Gap]:
    """A journey that no team is accountable for from end to end.

    Every touchpoint can be fine and the whole still tiring; somebody has to see it as the
    customer does.

    Another telling of a journey (`scenario_of`) has the owner of that journey.

    Bad:

        journey: onboarding
        stages:
          - {name: I sign up, touchpoints: [Welcome letter - Email - Marketing]}

    Good:

        journey: onboarding
        owner: customer-success
        stages:
          - {name: I sign up, touchpoints: [Welcome letter - Email - Marketing]}
    """
    if journey.wrote_answer("owner"):
        return
    told = context.workspace.maps_of(journey.scenario_of) if journey.scenario_of else ()
    if any(other.wrote_answer("owner") for other in told):
        return
    teams = context.facts.owners(journey.touchpoints())
    hint = f"`owner: <team>` (teams on it: {listed(teams)})" if teams else "`owner: <team>`"
    message = f"nobody is accountable for {quoted(journey.label)} as a whole"
    yield missing(journey, "owner", message, hint=hint)
