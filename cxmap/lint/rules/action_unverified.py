"""An action counts as verified, and no figure says that it worked."""

from collections.abc import Iterator, Sequence
from datetime import date

from cxmap.facts import period_end, period_start
from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import Action
from cxmap.model.figures import is_better, say
from cxmap.model.metric import Metric, Reading
from cxmap.words import quoted


@rule(Action, severity=Severity.ERROR, source="S4 the false positive")
def action_unverified(action: Action, context: Context) -> Iterator[Gap]:
    """A verified action of which no reading since it went live is better than the last one before.

    Calling it done does not make it better for customers, and nobody looks again at what counts
    as verified.

    Bad:

        metrics:
          - id: csat-welcome
            kind: csat
            readings: [{period: 2026-04, value: 72}, {period: 2026-06, value: 71}]
        actions:
          - title: The welcome letter comes from the person who will ring
            owner: marketing
            live: 2026-05-04
            status: verified
            verify: csat-welcome

    Good:

        metrics:
          - id: csat-welcome
            kind: csat
            readings: [{period: 2026-04, value: 72}, {period: 2026-06, value: 84}]
        actions:
          - title: The welcome letter comes from the person who will ring
            owner: marketing
            live: 2026-05-04
            status: verified
            verify: csat-welcome
    """
    if action.status != "verified" or action.live is None or "verify" in action.refused:
        return
    metrics = context.facts.metrics(action.verify)
    if not metrics and action.wrote_answer("verify") and len(context.workspace.metrics):
        return  # `unknown-reference` speaks of it
    gaps = [_unproven(action, action.live, metric, context) for metric in metrics]
    if all(gap is not None for gap in gaps):
        words = next(filter(None, gaps), None) or Gap("no metric says so")
        yield Gap(
            f"{quoted(action.label)} counts as verified, and {words.message}",
            action.at("status"),
            "status",
            f"no better reading since {action.live}",
            "write `status: live` until a reading is better"
            if metrics
            else "write `status: live`, and in `verify` the metric that must move",
            related=words.related,
        )


def _unproven(action: Action, live: date, metric: Metric, context: Context) -> Gap | None:
    """Why a metric does not prove it, where it does not.

    A reading from too few answers to be shown proves nothing.
    """
    least = context.settings.privacy.min_n
    name = quoted(metric.label)
    reason = Gap(f"{name} has not been read since it went live on {live}")
    for rows in _series(action, metric, context):
        since = [row for row in rows if period_start(row.period) >= live]
        after = [row for row in since if _is_enough(row, least)]
        before = _last_before([row for row in rows if _is_enough(row, least)], live)
        if since and not after:
            reason = Gap(f"{name} has under {least} answers since it went live on {live}")
        if not after:
            continue
        if before is None:
            reason = Gap(f"{name} was never read before it went live on {live}")
            continue
        if any(is_better(metric, r.value, before.value, context.calendar) for r in after):
            return None
        was, now = (
            say(metric, r.value, context.settings.currency or "") for r in (before, after[-1])
        )
        message = f"{name} is no better since it went live on {live}: {was} before, {now} now"
        reason = Gap(message, related=_shown(before, after[-1]))
    return reason


def _series(action: Action, metric: Metric, context: Context) -> Iterator[Sequence[Reading]]:
    """The metric's readings where the action acts, place by place, then those of everywhere."""
    facts = context.facts
    rows = [row for row in facts.readings.of(metric, everywhere=True) if not row.segment]
    touched = {(j.id, t.id) for j, t in facts.actions.touched(action)}
    places: dict[str, list[Reading]] = {}
    for row in rows:
        if row.touchpoint:
            at = facts.touchpoints_of(row.touchpoint)
            if any((j.id, t.id) in touched for j, t in at):
                places.setdefault(row.touchpoint, []).append(row)
    yield from places.values()
    yield [row for row in rows if not (row.journey or row.stage or row.touchpoint)]


def _is_enough(row: Reading, least: int) -> bool:
    return row.n is None or row.n >= least


def _last_before(rows: Sequence[Reading], live: date) -> Reading | None:
    """The last reading of a period that was over; else the last one that had begun."""
    begun = [row for row in rows if period_start(row.period) < live]
    over = [row for row in begun if period_end(row.period) < live]
    return next(reversed(over or begun), None)


def _shown(before: Reading, after: Reading) -> tuple[Related, ...]:
    return Related(before.at("value"), "before"), Related(after.at("value"), "since")
