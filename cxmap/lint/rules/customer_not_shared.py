"""Teams that meet a customer, and have not been told who that is."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.customer import Customer
from cxmap.words import listed, quoted


@rule(Customer, severity=Severity.INFO, source="S0 shared with all touch teams")
def customer_not_shared(customer: Customer, context: Context) -> Iterator[Gap]:
    """A customer whom not all teams that meet them have been told about.

    Customers notice at once which of the people they meet know who they are.

    Communications and trainings say with `covers` which customer they are about. Until the strategy
    has any, nothing is said here; owners of touchpoints in drafts and targets are not asked for.

    Bad:

        # file: onboarding.yaml
        journey: onboarding
        customers: [{id: baker, name: The baker}]
        stages:
          - name: I sign up
            touchpoints: [{what: Contract, who: sales}, {what: Kick-off call, who: delivery}]
        # file: strategy.yaml
        strategy:
          training: [{topic: Who the baker is, teams: [sales], covers: [baker]}]

    Good:

        # file: onboarding.yaml
        journey: onboarding
        customers: [{id: baker, name: The baker}]
        stages:
          - name: I sign up
            touchpoints: [{what: Contract, who: sales}, {what: Kick-off call, who: delivery}]
        # file: strategy.yaml
        strategy:
          training: [{topic: Who the baker is, teams: [sales, delivery], covers: [baker]}]
    """
    strategy = context.workspace.strategy
    if strategy is None or not (strategy.communications or strategy.training):
        return
    facts = context.facts
    told = facts.told.get(customer.id, frozenset())
    teams = [team for team in facts.serving.get(customer.id, ()) if team not in told]
    if teams:
        names = listed([facts.team_name(team) for team in teams])
        audience = ", ".join(teams)
        yield Gap(
            f"nobody told {names} who {quoted(customer.label)} is",
            label="not known to all who meet them",
            hint=f"`communications: [{{audience: [{audience}], covers: [{customer.id}],"
            " message: …}]` in the strategy, or a training",
        )
