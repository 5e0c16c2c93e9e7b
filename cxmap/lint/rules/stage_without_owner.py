"""Several teams share a stage, and none is accountable for it."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Stage
from cxmap.words import listed, quoted

_MANY = 2


@rule(Stage, severity=Severity.INFO, source="S4 shared accountability")
def stage_without_owner(stage: Stage, context: Context) -> Iterator[Gap]:
    """A stage whose touchpoints several teams own, and which none of them is accountable for.

    Between two teams that each did their part, what the customer came for is lost.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints: [Offer - Email - Sales, Welcome letter - Email - Marketing]

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            owner: sales
            touchpoints: [Offer - Email - Sales, Welcome letter - Email - Marketing]
    """
    facts = context.facts
    if stage.wrote_answer("owner"):
        return
    teams = facts.owners(stage.touchpoints)
    if len(teams) < _MANY:
        return
    names = [facts.team_name(team) for team in teams]
    message = (
        f"{len(teams)} teams share {quoted(stage.name)}, and none is accountable for all of it"
    )
    if len(teams) == _MANY:
        both = " and ".join(names)
        message = f"{both} share {quoted(stage.name)}, and neither is accountable for all of it"
    yield missing(stage, "owner", message, hint=f"`owner: <team>` (teams in it: {listed(teams)})")
