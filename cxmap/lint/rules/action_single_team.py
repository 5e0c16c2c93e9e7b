"""An action changes what several teams do, and one of them is to do it alone."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import Action
from cxmap.words import listed, quoted


@rule(Action, severity=Severity.WARNING, source="S4 shared accountability")
def action_single_team(action: Action, context: Context) -> Iterator[Gap]:
    """An action on touchpoints of several teams that names one team only.

    Customers cross from team to team without noticing; a change that one team makes alone breaks
    at the first border it comes to.

    Bad:

        # file: joining.yaml
        journey: joining
        stages:
          - name: I start
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}
              - {what: Training, how: app, who: support}
        # file: actions.yaml
        actions:
          - title: One start instead of two
            touchpoints: [joining/kick-off-call, joining/training]
            owner: support

    Good:

        # file: joining.yaml
        journey: joining
        stages:
          - name: I start
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}
              - {what: Training, how: app, who: support}
        # file: actions.yaml
        actions:
          - title: One start instead of two
            touchpoints: [joining/kick-off-call, joining/training]
            owner: support
            with: [sales]
    """
    facts = context.facts
    if not action.open or not action.wrote_answer("owner") or action.wrote_answer("with_"):
        return
    named = facts.team(action.owner)
    owners = dict.fromkeys(facts.team(t.who) for _, t in facts.actions.touched(action))
    others = [team for team in owners if team and team != named]
    if named is None or len(others) + (named in owners) < 2:
        return
    names = listed([facts.team_name(team) for team in others], 4)
    what = f"{names} does" if len(others) == 1 else f"{len(others)} other teams do ({names})"
    yield Gap(
        f"{quoted(action.label)} also changes what {what}, and names "
        f"{facts.team_name(named)} alone",
        action.at("owner"),
        "with",
        "one team for the work of several",
        f"`with: [{listed(others, 20)}]`",
    )
