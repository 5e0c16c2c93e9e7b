"""A team that meets customers, on no map."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.team import Team
from cxmap.words import quoted


@rule(Team, severity=Severity.INFO, source="S2 all departments")
def team_without_touchpoint(team: Team, context: Context) -> Iterator[Gap]:
    """A customer-facing team that owns no touchpoint and helps at none.

    Customers meet this team all the same, and what happens there is in nobody's plan.

    Bad:

        teams:
          - {id: partners, name: Partner programme, customer_facing: true}

    Good:

        # file: library.yaml
        teams:
          - {id: partners, name: Partner programme, customer_facing: true}
        # file: buying.yaml
        journey: buying
        stages:
          - name: I look around
            touchpoints: [{what: Recommendation, who: partners}]
    """
    if team.customer_facing and team.id not in context.facts.teams_on_maps:
        yield Gap(
            f"{quoted(team.label)} meets customers, and no map shows where",
            label="on no touchpoint",
            hint=f"`who: {team.id}` on the touchpoints it owns, or `with` where it helps",
        )
