"""Teams meet customers, and nothing is planned to train them."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy
from cxmap.words import listed


@rule(Strategy, severity=Severity.WARNING, source="S1, S2 workforce knowledge")
def no_training(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """Teams that own touchpoints and have no training, all in one finding.

    Customers notice at once when the person in front of them does not know them or the next step,
    and no process makes up for it.

    Bad:

        # file: strategy.yaml
        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}
        # file: joining.yaml
        journey: joining
        stages:
          - {name: I sign up, touchpoints: [{what: Welcome call, how: phone, who: sales}]}

    Good:

        # file: strategy.yaml
        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          training:
            - {topic: The first call, teams: [sales], who: people, when: {every: 6 months}}
        # file: joining.yaml
        journey: joining
        stages:
          - {name: I sign up, touchpoints: [{what: Welcome call, how: phone, who: sales}]}
    """
    facts = context.facts
    trained = {facts.team(team) for training in strategy.training for team in training.teams}
    untrained = [team for team in _owners(context) if team not in trained]
    if not untrained or "training" in strategy.refused:
        return
    names = [facts.team_name(team) for team in untrained]
    if len(names) == 1:
        message = f"{names[0]} owns touchpoints and has no training"
    else:
        message = f"{len(names)} teams own touchpoints and have no training: {listed(names, 12)}"
    yield Gap(
        message,
        strategy.key_at("training"),
        "training",
        "without them" if strategy.training else "no `training` here",
        f"`{{topic: …, teams: [{listed(untrained, 12)}]}}` under `training:`",
    )


def _owners(context: Context) -> tuple[str, ...]:
    """The teams that own touchpoints today, in the order in which customers meet them."""
    found = {
        context.facts.team(touchpoint.who): None
        for journey in context.workspace.journeys
        if journey.state == "current" and journey.status != "draft"
        for touchpoint in journey.touchpoints()
    }
    return tuple(team for team in found if team is not None)
