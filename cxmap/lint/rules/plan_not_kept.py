"""Something that was to happen again and again did not."""

from collections.abc import Iterator
from datetime import date, timedelta

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Communication, Plan, Recognition, Strategy, Training
from cxmap.timing.deadline import deadline
from cxmap.words import quoted

_SLIP = timedelta(days=7)
"""A seventh of the rhythm, and at most this, is left for a meeting that moves."""


@rule(Strategy, severity=Severity.WARNING, source="S1 keep the plan", clock=True)
def plan_not_kept(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """A communication, training, recognition or review that is longer ago than its rhythm allows.

    A plan that quietly stops tells every team that customers were last year's subject.

    Bad:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          reviews: {who: leader, when: {every: 1 month}, last: 2026-08-03}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          reviews: {who: leader, when: {every: 1 month}, last: 2026-10-05}
    """
    for plan in (
        *strategy.communications,
        *strategy.training,
        *strategy.recognition,
        *strategy.reviews,
    ):
        due = _due(plan, context)
        if due is not None and plan.when is not None:
            every = str(plan.when.every).removeprefix("1 ")
            yield Gap(
                f"{_name(plan)} has been due since {due}: it is planned every {every}",
                plan.at("last"),
                "last",
                "the last time",
                "hold it and write the new date in `last`, or change `when` to what is kept",
            )


def _due(plan: Plan, context: Context) -> date | None:
    """Since when it is late, where it is."""
    if plan.last is None or plan.when is None or plan.when.every is None:
        return None
    due = deadline(plan.last, plan.when.every, context.calendar)
    slip = min(_SLIP, (due - plan.last) / 7)
    return due if context.today - due > slip else None


def _name(plan: Plan) -> str:
    match plan:
        case Communication(message=str(text)):
            return f"the communication {quoted(text)}"
        case Training(topic=str(text)):
            return f"the training {quoted(text)}"
        case Recognition(reward=str(text)):
            return f"the recognition {quoted(text)}"
        case _:
            return f"the {plan.KIND}" + (" of the dashboard" if plan.KIND == "review" else "")
