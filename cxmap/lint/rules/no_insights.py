"""Nothing was learnt about competitors, customers or the market, or not for long."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy
from cxmap.profile import Profile
from cxmap.timing.deadline import deadline


@rule(Strategy, severity=Severity.INFO, profile=Profile.STRICT, source="S2 insights", clock=True)
def no_insights(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """No insight about competitors, customers or the market, or none newer than the limit.

    Customers compare with whatever they met last week; who does not look outside improves against
    last year's expectations.

    Bad:

        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          insights:
            - {kind: competitor, finding: They answer in eleven minutes, date: 2026-03-27}
    """
    if "insights" in strategy.refused:
        return
    insights = [insight for insight in strategy.insights if insight.kind != "employee"]
    for customer in context.workspace.customers:
        insights += customer.insights
    limit = context.settings.lint.limits.stale_after
    if not insights:
        message = "nothing is written about what competitors do, customers say or the market wants"
        hint = "`insights:` with `{kind: competitor, finding: …, source: …, date: …}`"
        if strategy.insights:
            label = "about our own people only"
            yield Gap(message, strategy.key_at("insights"), "insights", label, hint)
        else:
            yield missing(strategy, "insights", message, hint=hint)
    elif limit is not None and all(
        insight.date is not None and deadline(insight.date, limit, context.calendar) < context.today
        for insight in insights
    ):
        newest = max(insight.date for insight in insights if insight.date is not None)
        yield Gap(
            f"nothing new was learnt about customers, competitors or the market since {newest}",
            strategy.key_at("insights"),
            "insights",
            f"all older than {limit}",
            "add what the last survey, interviews or test calls showed, with its `date`",
        )
