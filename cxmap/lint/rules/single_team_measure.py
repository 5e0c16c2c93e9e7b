"""Several teams make the journey, one answers for all its figures."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.words import listed, quoted


@rule(Journey, severity=Severity.WARNING, source="S4 shared metrics")
def single_team_measure(journey: Journey, context: Context) -> Iterator[Gap]:
    """Several teams own the touchpoints of a journey, and one of them alone owns every metric.

    Customers live through one experience: when a single team answers for the figures, the
    others have no reason to mend their part.

    It takes two metrics or more to tell.

    Bad:

        journey: onboarding
        measures: [nps, churn]
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, who: marketing}
              - {what: Kick-off call, who: sales}
        metrics:
          - {id: nps, kind: nps, owners: [sales]}
          - {id: churn, kind: churn, owners: [sales]}

    Good:

        journey: onboarding
        measures: [nps, churn]
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, who: marketing}
              - {what: Kick-off call, who: sales}
        metrics:
          - {id: nps, kind: nps, owners: [marketing, sales]}
          - {id: churn, kind: churn, owners: [sales]}
    """
    facts = context.facts
    metrics = [m for m in facts.metrics(facts.measures.on(journey)) if m.wrote_answer("owners")]
    owners = {facts.team(owner) for metric in metrics for owner in metric.owners}
    if len(metrics) < 2 or len(owners) != 1:
        return
    teams = facts.owners(journey.touchpoints())
    if len(teams) > 1:
        (owner,) = owners
        alone = facts.team_name(owner or "")
        yield Gap(
            f"{len(teams)} teams make {quoted(journey.label)}, and {alone} alone owns its metrics",
            field="measures",
            label="one team owns every metric here",
            hint=f"`owners: [<team>, <team>]` at a metric (teams: {listed(teams)})",
        )
