"""Only those who contact support are heard."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.workspace import Workspace
from cxmap.words import count

_UNHEARD = ("sales", "billing", "delivery")


@rule(
    Workspace,
    severity=Severity.INFO,
    hint="ask after a sale, a delivery or an invoice too: `measures` or a listening post there",
    source="S3 measure every touchpoint, across departments",
)
def only_support_heard(workspace: Workspace, context: Context) -> Iterator[Gap]:
    """Customers are asked about support, and nowhere in sales, billing or delivery.

    Most customers never ring support; what sales promised and billing charged is where they
    are lost unheard.

    It goes by the `function` of the teams.

    Bad:

        journey: buying
        stages:
          - name: I buy
            touchpoints:
              - {what: Offer, who: sales}
              - {what: Question, who: support, measures: [csat]}
        teams: [{id: sales, function: sales}, {id: support, function: support}]
        metrics: [{id: csat, kind: csat}]

    Good:

        journey: buying
        stages:
          - name: I buy
            touchpoints:
              - {what: Offer, who: sales, measures: [csat]}
              - {what: Question, who: support, measures: [csat]}
        teams: [{id: sales, function: sales}, {id: support, function: support}]
        metrics: [{id: csat, kind: csat}]
    """
    facts = context.facts
    heard: dict[str, bool] = {}
    number: dict[str, int] = {}
    for journey, stage, touchpoint in workspace.touchpoints():
        team = workspace.teams.get(touchpoint.who)
        if team is None or journey.state != "current":
            continue
        asked = facts.asked(journey, stage) or facts.listening.heard(journey, touchpoint)
        heard[team.function] = heard.get(team.function, False) or asked
        number[team.function] = number.get(team.function, 0) + 1
    silent = [function for function in _UNHEARD if function in heard]
    if not silent or not heard.get("support") or any(heard[f] for f in silent):
        return
    support = next(team for team in workspace.teams if team.function == "support")
    *some, last = silent
    functions = f"{', '.join(some)} or {last}" if some else last
    touchpoints = count(sum(number[f] for f in silent), "touchpoint")
    yield Gap(
        f"customers are asked about support, and at none of the {touchpoints} of {functions}",
        support.at("function"),
        "function",
        "only support is heard",
        about=support,
    )
