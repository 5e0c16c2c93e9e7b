"""A metric misses its target, and nothing is done."""

from collections.abc import Iterator

from cxmap.facts import period_start
from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import Action
from cxmap.model.figures import misses, say
from cxmap.model.metric import Metric, Reading
from cxmap.words import quoted


@rule(Metric, severity=Severity.WARNING, source="S2 dig deeper")
def below_target(metric: Metric, context: Context) -> Iterator[Gap]:
    """A metric whose newest reading misses its target, with no open action that names it.

    Customers feel that something is wrong, and nobody is mending it.

    Where the reading has an interval, only one that lies wholly on the wrong side counts; too few
    answers never do. An action that went live since the reading began may still show what it does.

    Bad:

        metrics:
          - id: first-fix
            name: Solved at the first contact
            kind: rate
            target: 80
            readings: [{period: 2026-09, value: 71.3, n: 1256, low: 68.8, high: 73.8}]

    Good:

        metrics:
          - id: first-fix
            name: Solved at the first contact
            kind: rate
            target: 80
            readings: [{period: 2026-09, value: 71.3, n: 1256, low: 68.8, high: 73.8}]
        actions:
          - {title: One screen for every case, owner: support, because: [first-fix]}
    """
    least = context.settings.privacy.min_n
    target = metric.target
    actions = context.facts.actions.for_metric(metric)
    for reading in context.facts.readings.latest(metric):
        if target is None or not misses(metric, reading, context.calendar, least=least):
            continue
        if any(_may_still_help(action, reading) for action in actions):
            continue
        currency = context.settings.currency or ""
        figure, aim = (say(metric, f, currency) for f in (reading.value, target))
        place = context.facts.readings.place_of(reading)
        where = f" at {quoted(place)}" if place else ""
        done = [a for a in actions if a.status in {"live", "verified"}]
        but = (
            f"and {quoted(done[-1].label)} has not mended it" if done else "and no action names it"
        )
        yield Gap(
            f"{quoted(metric.label)} is {figure}{where}, its target is {aim}, {but}",
            reading.at("value"),
            "readings",
            f"the target is {aim}",
            f"write an action with `because: [{metric.id}]` and an owner",
            related=tuple(Related(a.place, "what was done") for a in done[-1:]),
        )


def _may_still_help(action: Action, reading: Reading) -> bool:
    if action.open:
        return True
    live = action.live if action.status == "live" else None
    return live is not None and live >= period_start(reading.period)
